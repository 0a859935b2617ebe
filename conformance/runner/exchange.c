/* SPDX-License-Identifier: Apache-2.0 */
/* exchange.c - who is to blame: whatever goes wrong while a request is out is charged to it. If a
 * process is asked once, its end belongs to the answer: it must come in time and be a good one. */
#include "exchange.h"

#include "adapter.h"
#include "signals.h"
#include "visible.h"

void reply_free(reply *r) {
  json_free(r->answer.document);
  text_free(&r->what);
  text_free(&r->noise);
  text_free(&r->first);
  text_free(&r->other);
  *r = (reply){0};
}

void exchange_reference(dciauth_span request, int64_t id, reply *out) {
  text line = {0};
  adapter_answer(request, &line);
  bool fine = protocol_read_answer(text_span(&line), id, &out->answer, &out->what);
  out->kind = fine ? REPLY_ANSWER : REPLY_PROTOCOL;
  text_free(&line);
}

static void put_partial(text *what, const text *line) {
  if (line->len > 0) {
    text_puts(what, ", in the middle of: ");
    visible_put(what, text_span(line), 400);
  }
}

/* explain says what came instead of a line. */
static void explain(child *c, child_event event, reply *out) {
  const text *line = &c->line;
  static const reply_kind kinds[] = {
      [CHILD_LINE] = REPLY_ANSWER,       [CHILD_GONE] = REPLY_CRASH,
      [CHILD_LATE] = REPLY_TIMEOUT,      [CHILD_CHATTER] = REPLY_PROTOCOL,
      [CHILD_TOO_LONG] = REPLY_PROTOCOL, [CHILD_INTERRUPTED] = REPLY_INTERRUPTED};
  out->kind = kinds[event];
  if (event == CHILD_GONE) {
    child_put_end(c, &out->what);
    put_partial(&out->what, line);
  } else if (event == CHILD_LATE) {
    text_puts(&out->what, "no answer in time");
    put_partial(&out->what, line);
  } else if (event == CHILD_CHATTER) {
    text_puts(&out->what, "standard output carries the protocol alone, but it holds: ");
    visible_put(&out->what, text_span(line), 400);
  } else if (event == CHILD_TOO_LONG) {
    text_printf(&out->what, "a line of more than %d bytes, which begins: ", CHILD_MAX_LINE);
    visible_put(&out->what, text_span(line), 80);
  }
}

static void read_answer(child *c, int64_t id, reply *out) {
  bool more = child_settle(c);
  if (!protocol_read_answer(text_span(&c->line), id, &out->answer, &out->what)) {
    out->kind = REPLY_PROTOCOL;
  } else if (more) {
    out->kind = REPLY_PROTOCOL;
    text_puts(&out->what, "two answers to one request; after the first came: ");
    visible_put(&out->what, text_span(&c->buffer), 400);
  }
}

/* judge_end: how did the process end that has answered the one request it was started for? */
static void judge_end(child *c, bool ended, reply *out) {
  if (!ended) {
    out->kind = signals_came() ? REPLY_INTERRUPTED : REPLY_TIMEOUT;
    text_puts(&out->what, "it answered, but did not end in time");
    child_kill(c, out->kind == REPLY_TIMEOUT);
  } else if (!child_finish(c, 0, &out->what)) {
    out->kind = REPLY_CRASH;
    text_puts(&out->what, " after its answer");
  }
}

void exchange_child(child *c, dciauth_span request, int64_t id, double seconds, reply *out) {
  child_clear_noise(c);
  child_event event = child_ask(c, request, seconds);
  explain(c, event, out);
  if (event == CHILD_LINE) {
    bool ended = !c->once || child_wait(c, seconds);
    read_answer(c, id, out);
    if (c->once && out->kind == REPLY_ANSWER) {
      judge_end(c, ended, out);
    }
  }
  if (out->kind != REPLY_ANSWER) {
    child_kill(c, event == CHILD_LATE);
  }
  if (c->sanitizer.len > 0) {
    child_kill(c, false);
    out->kind = REPLY_CRASH;
    text_printf(&out->what, "%ssanitizer report: ", out->what.len > 0 ? ", " : "");
    visible_put(&out->what, text_span(&c->sanitizer), 400);
  }
  if (c->noise.len > 0) {
    text_put_span(&out->noise, text_span(&c->noise));
  }
}
