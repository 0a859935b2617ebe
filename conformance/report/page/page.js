// SPDX-License-Identifier: Apache-2.0
// page.js - the filter; an entry that a link leads to is opened, and all of them on paper. Without
// it the page says the same.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const text = document.getElementById("filter-text");
  const run = document.getElementById("filter-run");
  const status = document.getElementById("filter-status");
  const count = document.getElementById("filter-count");
  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element,
    run: element.dataset.run,
    status: element.dataset.status,
    words: null, // made at the first search: there may be thousands
  }));
  const groups = [...document.querySelectorAll(".group")];
  const runs = [...document.querySelectorAll(".run")];

  function words(entry) {
    if (entry.words === null) {
      const { id, textContent } = entry.element;
      const group = entry.element.closest(".group").querySelector("h3");
      entry.words = `${id} ${group.textContent} ${textContent}`.toLowerCase();
    }
    return entry.words;
  }

  function fits(entry, wanted) {
    return (
      (run.value === "" || entry.run === run.value) &&
      (status.value === "" || entry.status === status.value) &&
      wanted.every((word) => words(entry).includes(word))
    );
  }

  function filter() {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = wanted.length === 0 && status.value === "";
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !fits(entry, wanted);
      shown += entry.element.hidden ? 0 : 1;
    }
    for (const group of groups) {
      group.hidden = group.querySelector(".entry:not([hidden])") === null;
    }
    for (const one of runs) {
      const other = run.value !== "" && one.dataset.run !== run.value;
      one.hidden = other || (!all && one.querySelector(".entry:not([hidden])") === null);
    }
    count.textContent =
      shown === entries.length ? `${shown} entries` : `${shown} of ${entries.length} entries`;
  }

  // A link into what the filter hides is a wish to see it.
  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) {
      return;
    }
    if (target.closest("[hidden]") !== null) {
      form.reset();
      filter();
    }
    const first = target.matches(".group") ? target.querySelector(".entry") : target;
    if (first.matches(".entry")) {
      first.open = true;
    }
    target.scrollIntoView();
  }

  function open_all() {
    for (const closed of document.querySelectorAll("details:not([open])")) {
      closed.open = true;
      closed.dataset.closed = "";
    }
  }

  function close_again() {
    for (const opened of document.querySelectorAll("details[data-closed]")) {
      opened.open = false;
      delete opened.dataset.closed;
    }
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0));
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", open_all);
  addEventListener("afterprint", close_again);
  form.hidden = entries.length === 0;
  filter();
  follow();
})();
