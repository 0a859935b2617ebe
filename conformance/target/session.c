/* SPDX-License-Identifier: Apache-2.0 */
/* session.c - hello, vectors, bye. After whatever went wrong the next vector meets a fresh process;
 * a target of the kind exec-once has one for each vector, and for its hello. */
#include "session.h"

#include "blind.h"
#include "pin.h"
#include "visible.h"

enum { MAX_HELLOS = 3, BYE_SECONDS = 5, MAX_ID = 0x7FFFFFFF };

static void exchange(session *s, dciauth_span request, int64_t id, double seconds, reply *out) {
  if (s->target->is_ref) {
    exchange_reference(request, id, out);
  } else {
    exchange_child(&s->child, request, id, seconds, out);
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
  int most = s->target->debugger != NULL ? 1 : MAX_HELLOS;
  for (int i = 0; i < most && !s->lost; i++) {
    text_clear(&s->problem);
    if (!s->target->is_ref && !child_start(s->target, &s->child, &s->problem)) {
      break; /* what cannot be started now cannot be started in a moment */
    }
    if (say_hello(s, &s->problem)) {
      if (s->child.running) {
        pin_beside_us(s->child.at.pid); /* not before: a start may want all processors */
      }
      return true;
    }
    child_kill(&s->child, false);
  }
  s->lost = true;
  return false;
}

/* start_next starts the process for the next vector. */
static bool start_next(session *s) {
  text_clear(&s->problem);
  s->lost = !child_start(s->target, &s->child, &s->problem);
  return !s->lost;
}

static bool is_ready(session *s) {
  if (s->lost || s->target->is_ref || s->child.running) {
    return !s->lost;
  }
  return s->target->is_once && s->hello != NULL ? start_next(s) : session_start(s);
}

static void ask_once(session *s, const vector *v, reply *out) {
  bool first = s->target->is_once || s->next_id == MAX_ID;
  s->next_id = first ? 1 : s->next_id + 1;
  int64_t id = s->blind ? blind_id(s->seed, s->next_id) : s->next_id;
  if (s->rules_of == NULL || strcmp(s->rules_of, v->profile) != 0) {
    text_clear(&s->rules);
    protocol_put_rules(v, &s->rules);
    s->rules_of = v->profile;
  }
  text_clear(&s->request);
  protocol_put_request(id, v, s->blind, text_span(&s->rules), &s->request);
  exchange(s, text_span(&s->request), id, s->timeout, out);
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
  out->asked++;
  if (out->kind == REPLY_CRASH && s->target->debugger == NULL) {
    ask_again(s, v, out);
  }
}

static bool say_bye(session *s, text *problem) {
  text request = {0};
  child_clear_noise(&s->child);
  protocol_put_bye(s->next_id + 1, &request);
  child_event event = child_ask(&s->child, text_span(&request), 0.5);
  text_free(&request);
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
  text_free(&s->request);
  text_free(&s->rules);
  text_free(&s->problem);
  return fine;
}
