/* SPDX-License-Identifier: Apache-2.0 */
/* repeat.c - the first answer is judged and the others are compared with it, but for their
 * messages, which may hold an address or a time. */
#include "repeat.h"

static bool holds(const json *list, const json *item) {
  const json *other = json_first(list);
  while (other != NULL && !json_same(other, item)) {
    other = json_next(other);
  }
  return other != NULL;
}

/* is_same_set: where a map is walked through, the order is another each time. */
static bool is_same_set(const json *a, const json *b) {
  const json *item = json_first(a);
  while (item != NULL && holds(b, item)) {
    item = json_next(item);
  }
  return item == NULL && json_count(a) == json_count(b);
}

static bool is_same_out(const json *a, const json *b) {
  const json *m = json_first(a);
  bool same = json_is_object(a) && json_is_object(b) && json_count(a) == json_count(b);
  for (; m != NULL && same; m = json_next(m)) {
    const json *other = json_get(b, json_key(m));
    same = strcmp(json_key(m), "headers") == 0 ? is_same_set(m, other) : json_same(m, other);
  }
  return same;
}

bool repeat_is_same(const answer *a, const answer *b) {
  return a->status == b->status && (json_same(a->out, b->out) || is_same_out(a->out, b->out));
}

static void print_answer(const answer *a, text *out) {
  text_printf(out, "%s ", protocol_status_name(a->status));
  if (a->out != NULL) {
    json_print(a->out, out);
  }
}

/* ask_again returns whether it is worth asking once more. */
static bool ask_again(session *s, const vector *v, reply *out) {
  reply next;
  session_ask(s, v, &next);
  size_t asked = out->asked + next.asked;
  if (next.kind != REPLY_ANSWER) {
    reply_free(out);
    *out = next;
    out->asked = asked;
    return false;
  }
  out->asked = asked;
  bool same = repeat_is_same(&out->answer, &next.answer);
  if (!same) {
    print_answer(&out->answer, &out->first);
    print_answer(&next.answer, &out->other);
  }
  reply_free(&next);
  return same;
}

void repeat_ask(session *s, const vector *v, size_t times, reply *out) {
  session_ask(s, v, out);
  bool goes_on = out->kind == REPLY_ANSWER;
  for (size_t i = 1; i < times && goes_on; i++) {
    goes_on = ask_again(s, v, out);
  }
}

void repeat_put_rate(size_t asked, double seconds, text *out) {
  double rate = seconds > 0 ? (double)asked / seconds : 0;
  text_printf(out, "%zu answers in %.2f s, %.0f a second\n", asked, seconds, rate);
}
