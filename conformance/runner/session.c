/* SPDX-License-Identifier: Apache-2.0 */
/* session.c - who is to blame: whatever goes wrong while a request is out is charged to its vector,
 * and the next vector meets a fresh process. */
#include "session.h"

#include "adapter.h"
#include "visible.h"

#include <stdlib.h>

enum { MAX_HELLOS = 3, BYE_SECONDS = 5, MAX_ID = 0x7FFFFFFF };

void reply_free(reply *r) {
  json_free(r->answer.document);
  text_free(&r->what);
  text_free(&r->noise);
  *r = (reply){0};
}

static void ask_reference(dciauth_span request, int64_t id, reply *out) {
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

static void explain(session *s, child_event event, const text *line, reply *out) {
  static const reply_kind kinds[] = {
      [CHILD_LINE] = REPLY_ANSWER,       [CHILD_GONE] = REPLY_CRASH,
      [CHILD_LATE] = REPLY_TIMEOUT,      [CHILD_CHATTER] = REPLY_PROTOCOL,
      [CHILD_TOO_LONG] = REPLY_PROTOCOL, [CHILD_INTERRUPTED] = REPLY_INTERRUPTED};
  out->kind = kinds[event];
  if (event == CHILD_GONE) {
    child_put_end(&s->child, &out->what);
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

/* ask_child exchanges one line. Afterwards the child is either fit for the next or closed. */
static void ask_child(session *s, dciauth_span request, int64_t id, double seconds, reply *out) {
  text line = {0};
  child *c = &s->child;
  child_clear_noise(c);
  child_event event = child_ask(c, request, seconds, &line);
  explain(s, event, &line, out);
  if (event == CHILD_LINE) {
    bool more = child_settle(c);
    if (!protocol_read_answer(text_span(&line), id, &out->answer, &out->what)) {
      out->kind = REPLY_PROTOCOL;
    } else if (more) {
      out->kind = REPLY_PROTOCOL;
      text_puts(&out->what, "two answers to one request; after the first came: ");
      visible_put(&out->what, text_span(&c->buffer), 400);
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
  text_clear(&out->noise);
  text_put_span(&out->noise, text_span(&c->noise));
  text_free(&line);
}

static void exchange(session *s, dciauth_span request, int64_t id, double seconds, reply *out) {
  if (s->target->is_ref) {
    ask_reference(request, id, out);
  } else {
    ask_child(s, request, id, seconds, out);
  }
}

/* keep_hello remembers the first hello, and wants the same from every later process. */
static bool keep_hello(session *s, reply *r, text *problem) {
  if (!protocol_check_hello(&r->answer, problem)) {
    return false;
  }
  text printed = {0};
  json_print(r->answer.document, &printed);
  bool same = s->hello == NULL || strcmp(printed.ptr, s->hello_text.ptr) == 0;
  if (s->hello == NULL) {
    s->hello = r->answer.document;
    r->answer.document = NULL;
    s->hello_text = printed;
    return true;
  }
  text_free(&printed);
  if (!same) {
    text_puts(problem, "the hello is not the same after a restart");
  }
  return same;
}

static bool say_hello(session *s, text *problem) {
  text request = {0};
  reply r = {0};
  protocol_put_hello(s->suite, &request);
  exchange(s, text_span(&request), 0, s->hello_timeout, &r);
  bool fine = r.kind == REPLY_ANSWER && keep_hello(s, &r, problem);
  if (r.kind != REPLY_ANSWER) {
    text_printf(problem, "no hello: %s", text_str(&r.what));
  }
  if (!fine && r.noise.len > 0) {
    text_puts(problem, "; standard error ends with: ");
    size_t skip = r.noise.len > 600 ? r.noise.len - 600 : 0;
    visible_put(problem, dciauth_bytes(r.noise.ptr + skip, r.noise.len - skip), 600);
  }
  s->lost = s->lost || r.kind == REPLY_INTERRUPTED;
  text_free(&request);
  reply_free(&r);
  return fine;
}

bool session_start(session *s) {
  for (int i = 0; i < MAX_HELLOS && !s->lost; i++) {
    text_clear(&s->problem);
    if (!s->target->is_ref && !child_start(s->target, &s->child, &s->problem)) {
      break; /* what cannot be started now cannot be started in a moment */
    }
    if (say_hello(s, &s->problem)) {
      return true;
    }
    child_kill(&s->child, false);
  }
  s->lost = true;
  return false;
}

static bool is_ready(session *s) {
  return !s->lost && (s->target->is_ref || s->child.running || session_start(s));
}

static void ask_once(session *s, const vector *v, reply *out) {
  text request = {0};
  s->next_id = s->next_id < MAX_ID ? s->next_id + 1 : 1;
  protocol_put_request(s->next_id, v, &request);
  exchange(s, text_span(&request), s->next_id, s->timeout, out);
  text_free(&request);
}

/* ask_again tells a crash from a flaky one. */
static void ask_again(session *s, const vector *v, reply *out) {
  reply second = {0};
  if (!is_ready(s)) {
    return;
  }
  ask_once(s, v, &second);
  out->flaky = second.kind != REPLY_CRASH && second.kind != REPLY_INTERRUPTED;
  reply_free(&second);
}

void session_ask(session *s, const vector *v, reply *out) {
  *out = (reply){0};
  if (!is_ready(s)) {
    out->kind = REPLY_NOT_RUN;
    text_put_span(&out->what, text_span(&s->problem));
    return;
  }
  ask_once(s, v, out);
  if (out->kind == REPLY_CRASH) {
    ask_again(s, v, out);
  }
}

static bool say_bye(session *s, text *problem) {
  text request = {0}, line = {0};
  child_clear_noise(&s->child);
  protocol_put_bye(s->next_id + 1, &request);
  child_event event = child_ask(&s->child, text_span(&request), 0.5, &line);
  text_free(&request);
  text_free(&line);
  (void)event; /* an answer is welcome and not needed: the end of the process is what counts */
  bool fine = child_finish(&s->child, BYE_SECONDS, problem);
  if (s->child.sanitizer.len > 0) {
    text_puts(problem, problem->len > 0 ? ", " : "");
    visible_put(problem, text_span(&s->child.sanitizer), 400);
    fine = false;
  }
  return fine;
}

bool session_end(session *s, text *problem) {
  bool fine = !s->child.running || say_bye(s, problem);
  child_free(&s->child);
  json_free(s->hello);
  s->hello = NULL;
  text_free(&s->hello_text);
  text_free(&s->problem);
  return fine;
}
