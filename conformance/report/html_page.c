/* SPDX-License-Identifier: Apache-2.0 */
/* html_page.c - the template page/page.html with its slots filled. The policy in its head lets
 * nothing run but the style and the script that the program brought, so that even a text that
 * slipped through could do nothing. */
#include "base64.h"
#include "clean.h"
#include "embedded.h"
#include "html.h"
#include "writers.h"

#include <stdio.h>

void html_span(dciauth_span words, text *out) {
  clean_put_html(out, words);
}

void html_text(const char *words, text *out) {
  html_span(dciauth_str(words), out);
}

static const char *embedded(const unsigned char *bytes) {
  return (const char *)bytes;
}

static const struct {
  const unsigned char *content;
  const char *sha256;
} styles[] = {{page_css, page_css_sha256},
              {tables_css, tables_css_sha256},
              {findings_css, findings_css_sha256},
              {media_css, media_css_sha256}};

enum { NUM_STYLES = sizeof styles / sizeof *styles };

static void put_styles(const page *p, text *out) {
  (void)p;
  for (size_t i = 0; i < NUM_STYLES; i++) {
    text_printf(out, "<style>%s</style>\n", embedded(styles[i].content));
  }
}

static void put_script(const page *p, text *out) {
  (void)p;
  text_puts(out, embedded(page_js));
}

/* put_hash turns hexadecimal into what a policy holds. */
static void put_hash(const char *hex, text *out) {
  uint8_t hash[32];
  for (size_t i = 0; i < sizeof hash; i++) {
    unsigned byte = 0;
    sscanf(hex + 2 * i, "%2x", &byte);
    hash[i] = (uint8_t)byte;
  }
  text_puts(out, " 'sha256-");
  base64_put(out, dciauth_bytes(hash, sizeof hash));
  text_puts(out, "'");
}

static void put_policy(const page *p, text *out) {
  (void)p;
  text_puts(out, "default-src 'none'; base-uri 'none'; form-action 'none'; style-src");
  for (size_t i = 0; i < NUM_STYLES; i++) {
    put_hash(styles[i].sha256, out);
  }
  text_puts(out, "; script-src");
  put_hash(page_js_sha256, out);
}

/* put_suites names the versions of the suite: one, unless runs of different days are compared. */
static void put_suites(const page *p, text *out) {
  for (size_t i = 0; i < p->all->num; i++) {
    bool known = false;
    for (size_t k = 0; k < i && !known; k++) {
      known = strcmp(p->all->items[k].suite, p->all->items[i].suite) == 0;
    }
    if (!known) {
      text_puts(out, i > 0 ? ", " : "");
      html_text(p->all->items[i].suite, out);
    }
  }
}

static void put_runner(const page *p, text *out) {
  html_text(p->all->num > 0 ? p->all->items[0].runner : "", out);
}

static void put_verdict(const page *p, text *out) {
  size_t bad = 0;
  for (size_t i = 0; i < p->all->num; i++) {
    bad += run_is_bad(&p->all->items[i]) ? 1 : 0;
  }
  const char *s = p->all->num == 1 ? "" : "s", *new = runs_excused(p->all) > 0 ? "new " : "";
  if (bad == 0) {
    text_printf(out, "%zu implementation%s, no %sdeviations", p->all->num, s, new);
  } else {
    text_printf(out, "%zu implementation%s, %zu with %sdeviations", p->all->num, s, bad, new);
  }
}

/* put_legend explains the sign that most pages have no use for. */
static void put_legend(const page *p, text *out) {
  if (runs_excused(p->all) > 0) {
    text_puts(out,
              "<span><span class=\"excused\">(12)<small>/52</small></span> deviate, as expected "
              "or known</span> ");
  }
}

/* put_run_options: what the filter offers. */
static void put_run_options(const page *p, text *out) {
  for (size_t i = 0; i < p->all->num; i++) {
    text_printf(out, "<option value=\"%zu\">", i + 1);
    html_text(p->all->items[i].label, out);
    text_puts(out, "</option>\n");
  }
}

static void put_status_options(const page *p, text *out) {
  bool there[OUTCOME_NUM] = {0}, excused[EXCUSE_NUM] = {0};
  for (size_t i = 0; i < p->all->num; i++) {
    for (size_t k = 0; k < p->all->items[i].num; k++) {
      const entry *e = &p->all->items[i].entries[k];
      const outcome *o = &e->result;
      excused[o->excuse] = true;
      there[o->status] = there[o->status] || (entry_is_told(e) && o->excuse == EXCUSE_NONE);
    }
  }
  for (int i = 0; i < OUTCOME_NUM; i++) {
    if (there[i]) {
      text_printf(out, "<option>%s</option>\n", outcome_name((outcome_status)i));
    }
  }
  for (int i = EXCUSE_EXPECTED; i < EXCUSE_NUM; i++) {
    if (excused[i]) {
      text_printf(out, "<option>%s</option>\n", excuse_name((excuse_kind)i));
    }
  }
}

static const struct {
  const char *name;
  void (*put)(const page *p, text *out);
} slots[] = {{"policy", put_policy},           {"styles", put_styles},
             {"script", put_script},           {"suites", put_suites},
             {"runner", put_runner},           {"verdict", put_verdict},
             {"results", html_results},        {"matrix", html_matrix},
             {"run-options", put_run_options}, {"status-options", put_status_options},
             {"findings", html_findings},      {"legend", put_legend}};

static bool put_slot(const page *p, const char *name, size_t len, text *out) {
  for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
    if (strlen(slots[i].name) == len && strncmp(slots[i].name, name, len) == 0) {
      slots[i].put(p, out);
      return true;
    }
  }
  return false;
}

/* fill copies the template and fills "{{name}}". */
static bool fill(const page *p, const char *template, text *out) {
  const char *slot, *end;
  while ((slot = strstr(template, "{{")) != NULL && (end = strstr(slot, "}}")) != NULL) {
    text_put(out, template, (size_t)(slot - template));
    if (!put_slot(p, slot + 2, (size_t)(end - slot) - 2, out)) {
      return false;
    }
    template = end + 2;
  }
  text_puts(out, template);
  return true;
}

bool write_html(const runs *all, text *out) {
  matrix m;
  matrix_make(all, &m);
  page p = {all, &m};
  bool fine = fill(&p, embedded(page_html), out);
  matrix_free(&m);
  return fine;
}
