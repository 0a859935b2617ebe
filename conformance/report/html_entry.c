/* SPDX-License-Identifier: Apache-2.0 */
/* html_entry.c - one entry: in the summary what a list needs, behind it the two values and how to
 * see them again. */
#include "diff.h"
#include "html.h"
#include "tell.h"
#include "visible.h"

static void put_fact(const char *label, const char *open, dciauth_span words, const char *close,
                     text *out) {
  if (words.len > 0) {
    text_printf(out, "<dt>%s</dt><dd>%s", label, open);
    html_span(words, out);
    text_printf(out, "%s</dd>\n", close);
  }
}

static void put_value(const char *label, const text *value, size_t byte, text *out) {
  diff d;
  diff_cut(value, byte, &d);
  text_printf(out, "<dt>%s</dt><dd class=\"%s\"><code>", label, label);
  html_span(text_span(&d.before), out);
  if (d.ends) {
    text_puts(out, "<mark class=\"end\">end</mark>");
  } else if (d.marked) {
    text_printf(out, "<mark title=\"0x%02x\">", (uint8_t)value->ptr[byte - 1]);
    html_span(text_span(&d.mark), out);
    text_puts(out, "</mark>");
  }
  html_span(text_span(&d.after), out);
  text_puts(out, "</code></dd>\n");
  diff_free(&d);
}

/* put_noise shows every line of standard error as visible text. */
static void put_noise(const text *noise, text *out) {
  text shown = {0};
  dciauth_span left = text_span(noise);
  while (left.len > 0) {
    const uint8_t *end = memchr(left.ptr, '\n', left.len);
    size_t len = end != NULL ? (size_t)(end - left.ptr) : left.len;
    visible_put(&shown, dciauth_bytes(left.ptr, len), len);
    text_puts(&shown, "\n");
    size_t used = end != NULL ? len + 1 : len;
    left = dciauth_bytes(left.ptr + used, left.len - used);
  }
  put_fact("standard error", "<pre>", text_span(&shown), "</pre>", out);
  text_free(&shown);
}

void html_facts(const entry *e, text *out) {
  const outcome *o = &e->result;
  text place = {0};
  tell_place(e, &place);
  text_puts(out, "<dl class=\"facts\">\n");
  put_fact("where", "", text_span(&place), "", out);
  if (o->expected.len > 0 || o->actual.len > 0) {
    put_value("expected", &o->expected, o->byte, out);
    put_value("actual", &o->actual, o->byte, out);
  }
  put_fact("mistake", "<b>", text_span(&o->mistake), "</b>", out);
  put_fact("message", "", text_span(&o->message), "", out);
  put_fact("why", "", dciauth_str(e->comment), "", out);
  put_fact("again", "<code class=\"again\">", dciauth_str(e->replay), "</code>", out);
  put_noise(&o->noise, out);
  text_puts(out, "</dl>\n");
  text_free(&place);
}

static const char *kind_of(const outcome *o) {
  return outcome_is_news(o) ? "bad" : outcome_is_failure(o->status) ? "excused" : "odd";
}

const char *html_status(const outcome *o) {
  return o->excuse != EXCUSE_NONE ? excuse_name(o->excuse) : outcome_name(o->status);
}

void html_excuse(const outcome *o, text *out) {
  if (o->excuse != EXCUSE_NONE) {
    text_printf(out, " <span class=\"excuse\">%s</span>", excuse_name(o->excuse));
  }
}

void html_entry(const entry *e, size_t column, text *out) {
  const outcome *o = &e->result;
  bool severe = e->severity[0] != '\0' && strcmp(e->severity, "none") != 0;
  text_printf(out, "<details class=\"entry %s\" id=\"t%zu-", kind_of(o), column + 1);
  html_text(e->id, out);
  text_printf(out, "\" data-run=\"%zu\" data-status=\"%s\"><summary>", column + 1, html_status(o));
  text_printf(out, "<span class=\"status\">%s%s</span>", outcome_name(o->status),
              o->flaky ? " (flaky)" : "");
  html_excuse(o, out);
  text_puts(out, " <span class=\"id\">");
  html_text(entry_name(e), out);
  text_puts(out, "</span> <span class=\"what\">");
  html_text(e->title, out);
  text_puts(out, "</span>");
  if (severe) {
    text_puts(out, " <span class=\"severity\">");
    html_text(e->severity, out);
    text_puts(out, "</span>");
  }
  if (o->mistake.len > 0) {
    text_puts(out, " <span class=\"mistake\">");
    html_span(text_span(&o->mistake), out);
    text_puts(out, "</span>");
  }
  text_puts(out, "</summary>\n<div class=\"body\">");
  html_facts(e, out);
  text_puts(out, "</div></details>\n");
}
