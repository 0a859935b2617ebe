// SPDX-License-Identifier: Apache-2.0
// page_test.js PLAYWRIGHT CHROMIUM PAGE FOLDER - opens the page in a browser, wide and narrow,
// light and dark, clicks and filters, reads it without scripts and on paper. Pictures go to FOLDER.
"use strict";
const assert = require("node:assert");
const { mkdirSync } = require("node:fs");
const { pathToFileURL } = require("node:url");

const [library, chromium, file, folder] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const noise = []; // what no page should cause: messages, errors, requests

async function open(browser, options = {}, hash = "") {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) {
      noise.push(`request: ${request.url()}`);
    }
  });
  await page.goto(address + hash);
  return page;
}

function shown(page) {
  return page.locator(".entry:visible").count();
}

// The lowest contrast of a text with what is behind it, by WCAG 2.
function contrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((c) =>
      c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4
    );
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const behind = (element) => {
    for (let e = element; e !== null; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  let worst = [99, ""];
  for (const element of document.querySelectorAll("body *:not(script)")) {
    const texts = [...element.childNodes].filter((n) => n.nodeType === 3);
    const own = texts.some((n) => n.textContent.trim() !== "");
    if (own && element.getClientRects().length > 0 && element.closest(".vh, .skip") === null) {
      const pair = [luminance(rgb(getComputedStyle(element).color)), luminance(behind(element))];
      const value = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
      worst = value < worst[0] ? [value, element.outerHTML.slice(0, 120)] : worst;
    }
  }
  return worst;
}

async function looks(browser) {
  const grounds = {};
  for (const width of [1200, 400]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open(browser, { viewport: { width, height: 900 }, colorScheme });
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} pixels at ${width}`);
      grounds[colorScheme] = await page.evaluate(
        () => getComputedStyle(document.body).backgroundColor
      );
      await page.evaluate(() => {
        document.querySelectorAll("details").forEach((d) => (d.open = true));
      });
      const [value, element] = await page.evaluate(contrast);
      assert.ok(value >= 4.5, `a contrast of ${value.toFixed(2)}, ${colorScheme}: ${element}`);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await page.context().close();
    }
  }
  assert.notStrictEqual(grounds.light, grounds.dark);
}

async function cells(browser) {
  for (const width of [1200, 400]) {
    const page = await open(browser, { viewport: { width, height: 900 } });
    const cell = page.locator(".matrix td.bad a").first();
    const section = page.locator((await cell.getAttribute("href")).replace("#", "section#"));
    await cell.click();
    await page.waitForFunction(() => document.querySelector(".entry[open]") !== null);
    const first = section.locator(".entry").first();
    assert.ok(await first.locator(".facts").isVisible());
    const box = await first.boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, `the entry is at ${box.y}`);
    await page.screenshot({ path: `${folder}/cell-${width}.png` });
    await page.context().close();
  }
}

async function filters(browser) {
  const page = await open(browser);
  const all = await shown(page);
  assert.ok(all > 10);
  const ids = await page.locator(".entry[id]").evaluateAll((list) => list.map((e) => e.id));
  const [run, ...words] = ids[0].split("-");
  await page.fill("#filter-text", words.join("-"));
  await page.selectOption("#filter-run", run.slice(1));
  assert.strictEqual(await shown(page), 1);
  assert.match(await page.textContent("#filter-count"), new RegExp(`^1 of ${all} entries$`));
  assert.strictEqual(await page.locator(".run:visible").count(), 1);
  await page.screenshot({ path: `${folder}/filtered.png` });
  await page.fill("#filter-text", "no such words");
  assert.strictEqual(await shown(page), 0);
  await page.click("text=Clear");
  const count = (words) => document.querySelector("#filter-count").textContent === words;
  await page.waitForFunction(count, `${all} entries`);
  await page.selectOption("#filter-status", "crash");
  const crashed = await page.locator('.entry[data-status="crash"]').count();
  assert.ok(crashed > 0 && crashed < all);
  assert.strictEqual(await shown(page), crashed);
  // A cell of what is hidden shows it all the same.
  await page.locator(".matrix td.bad a").first().click();
  await page.waitForFunction(() => document.querySelector(".entry[open]") !== null);
  assert.strictEqual(await shown(page), all);
  const linked = await open(browser, {}, `#${encodeURIComponent(ids.at(-1))}`);
  assert.ok(await linked.locator(".entry").last().evaluate((e) => e.closest("#findings") !== null));
  assert.ok(await linked.evaluate((id) => document.getElementById(id).open, ids.at(-1)));
  await page.context().close();
  await linked.context().close();
  return all;
}

// What is expected, or known, is no news: another colour, a mark, a status of its own.
async function excuses(browser) {
  const page = await open(browser);
  for (const word of ["expected", "known"]) {
    await page.selectOption("#filter-status", word);
    const entries = page.locator(".entry:visible");
    const marks = await entries.locator(".excuse:visible").allTextContents();
    assert.ok(marks.length > 0 && marks.length === (await entries.count()));
    assert.ok(marks.every((mark) => mark === word), `${marks} for ${word}`);
    assert.ok(await page.locator(`.results th:text-is("${word}")`).isVisible());
  }
  const [news, known] = await page.evaluate(() =>
    [".entry.bad .status", ".entry.excused .status"].map(
      (selector) => getComputedStyle(document.querySelector(selector)).color
    )
  );
  assert.notStrictEqual(news, known);
  assert.ok(await page.locator(".legend .excused").isVisible());
  await page.screenshot({ path: `${folder}/known.png` });
  await page.click("text=Clear");
  const cell = page.locator(".matrix td.excused a").first();
  const section = page.locator((await cell.getAttribute("href")).replace("#", "section#"));
  await cell.click();
  await page.waitForFunction(() => document.querySelector(".entry[open]") !== null);
  assert.ok(await section.locator(".entry .facts").first().isVisible());
  await page.context().close();
}

async function keyboard(browser) {
  const page = await open(browser);
  await page.keyboard.press("Tab");
  assert.strictEqual(await page.evaluate(() => document.activeElement.className), "skip");
  await page.locator(".entry summary").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator(".entry").first().evaluate((e) => e.open));
  await page.context().close();
}

async function withoutScripts(browser, all) {
  const page = await open(browser, { javaScriptEnabled: false });
  assert.strictEqual(await page.locator("#filter").isVisible(), false);
  assert.strictEqual(await shown(page), all);
  assert.ok((await page.locator(".matrix tbody tr").count()) > 3);
  const cell = page.locator(".matrix td.bad a").first();
  const hash = await cell.getAttribute("href");
  await cell.click();
  assert.ok(page.url().endsWith(hash));
  const entry = page.locator(`section${hash} .entry`).first();
  assert.strictEqual(await entry.locator(".facts").isVisible(), false);
  await entry.locator("summary").click();
  assert.ok(await entry.locator(".facts").isVisible());
  await page.screenshot({ path: `${folder}/without-scripts.png` });
  await page.context().close();
}

async function paper(browser) {
  const page = await open(browser, { javaScriptEnabled: false, colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  const ground = await page.locator("body").evaluate((e) => getComputedStyle(e).backgroundColor);
  assert.strictEqual(ground, "rgb(255, 255, 255)");
  const cell = await page.locator(".matrix td.bad").first().evaluate(
    (e) => getComputedStyle(e).backgroundColor
  );
  assert.ok(Math.min(...cell.match(/\d+/g).map(Number)) > 128, `a cell is ${cell} on paper`);
  const closed = await page.locator(".facts").evaluateAll(
    (list) => list.filter((e) => e.getBoundingClientRect().height === 0).length
  );
  assert.strictEqual(closed, 0, "entries are closed on paper");
  await page.pdf({ path: `${folder}/paper.pdf`, format: "A4" });
  await page.context().close();
}

async function main() {
  mkdirSync(folder, { recursive: true });
  const args = process.getuid() === 0 ? ["--no-sandbox"] : [];
  const browser = await require(library).chromium.launch({ executablePath: chromium, args });
  try {
    await looks(browser);
    await cells(browser);
    const all = await filters(browser);
    await excuses(browser);
    await keyboard(browser);
    await withoutScripts(browser, all);
    await paper(browser);
    const page = await open(browser);
    assert.match(await page.title(), /^Conformance report: /, "a text of a target was run");
    assert.deepStrictEqual(noise, []);
    console.log(`${all} entries; pictures in ${folder}`);
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
