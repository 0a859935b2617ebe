/* SPDX-License-Identifier: Apache-2.0 */
/* blind.c - a target that knew the vectors could tell them by their order or their number, and one
 * that keeps state between requests answers by it. So order and numbers are drawn, and what is
 * asked twice is to be answered twice alike. */
#include "blind.h"

#include "compare_bytes.h"
#include "json_out.h"
#include "json_sorted.h"
#include "memory.h"
#include "spans.h"

#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

enum { ID_BITS = 31, ROUNDS = 4 };

uint32_t blind_draw(void) {
  uint32_t seed = 0;
  if (getrandom(&seed, sizeof seed, 0) != (ssize_t)sizeof seed) {
    seed = (uint32_t)time(NULL);
  }
  return seed;
}

/* next: splitmix64. */
static uint64_t next(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

void blind_shuffle(uint32_t seed, size_t *items, size_t num) {
  uint64_t state = seed;
  for (size_t left = num; left > 1; left--) {
    size_t at = (size_t)(next(&state) % left), last = items[left - 1];
    items[left - 1] = items[at];
    items[at] = last;
  }
}

/* scramble maps the numbers below 2^31 onto themselves: each of its steps can be undone. */
static uint64_t scramble(uint64_t state, uint64_t n) {
  const uint64_t mask = (UINT64_C(1) << ID_BITS) - 1;
  for (int i = 0; i < ROUNDS; i++) {
    uint64_t key = next(&state);
    n = (n * (key | 1) + (key >> 33)) & mask;
    n ^= n >> 16;
  }
  return n;
}

/* 0 is the id of hello: whatever is mapped there takes what 0 is mapped to. */
int64_t blind_id(uint32_t seed, int64_t n) {
  uint64_t id = scramble(seed, (uint64_t)n);
  return (int64_t)(id != 0 ? id : scramble(seed, 0));
}

static int compare_texts(const void *a, const void *b) {
  return strcmp(text_str(a), text_str(b));
}

static void put_set(const json *array, text *out) {
  size_t num = json_count(array), i = 0;
  text *items = mem_alloc(num, sizeof *items);
  for (const json *item = json_first(array); item != NULL; item = json_next(item)) {
    json_put_sorted(item, &items[i++]);
  }
  qsort(items, num, sizeof *items, compare_texts);
  for (i = 0; i < num; i++) {
    text_printf(out, "%s%s", i > 0 ? " " : "", text_str(&items[i]));
    text_free(&items[i]);
  }
  free(items);
}

static void put_value(const char *key, const json *value, text *out) {
  text line = {0};
  if (strcmp(key, "headers") == 0 && json_is_array(value)) {
    put_set(value, &line);
  } else if (strcmp(key, "error") == 0 && json_is_object(value)) {
    const char *code = json_str(value, "code");
    out_string(&line, dciauth_str(code != NULL ? code : ""));
  } else {
    json_put_sorted(value, &line);
  }
  text_printf(out, "%s %s\n", key, text_str(&line));
  text_free(&line);
}

static void put_members(const char *prefix, const json *object, text *out) {
  size_t num;
  const json **members = json_sorted_members(object, &num);
  for (size_t i = 0; i < num; i++) {
    text key = {0};
    text_printf(&key, "%s%s", prefix, json_key(members[i]));
    if (prefix[0] == '\0' && strcmp(key.ptr, "stages") == 0 && json_is_object(members[i])) {
      put_members("stages/", members[i], out);
    } else {
      put_value(key.ptr, members[i], out);
    }
    text_free(&key);
  }
  free(members);
}

void blind_put_answer(const answer *a, text *out) {
  text_printf(out, "status %s\n", protocol_status_name(a->status));
  if (a->status == ANSWER_OK || a->status == ANSWER_REFUSED) {
    put_members("", a->out, out);
  }
}

void blind_compare(dciauth_span first, dciauth_span second, outcome *o) {
  while (first.len > 0 || second.len > 0) {
    dciauth_span a = spans_cut(&first, '\n'), b = spans_cut(&second, '\n');
    if (!spans_equal(a, b)) {
      outcome_free(o);
      compare_bytes(BLIND_STAGE, a, b, o);
      text_puts(&o->message, "asked twice, it gave two answers: the first and the second");
      return;
    }
  }
}
