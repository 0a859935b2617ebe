/* SPDX-License-Identifier: Apache-2.0 */
/* broken.c - the bugs that any stage can have. */
#include "broken.h"

#include <stdlib.h>

bool broken_is(const char *bug) {
  const char *chosen = getenv("DCIAUTH_FUZZ_BUG");
  return chosen != NULL && strcmp(chosen, bug) == 0;
}

static void move_text(dciauth_text *out) {
  static uint8_t elsewhere[65536];
  if (out->text.len > 0 && out->text.len <= sizeof elsewhere) {
    memcpy(elsewhere, out->text.ptr, out->text.len);
    out->text.ptr = elsewhere;
  }
}

/* write_behind hides its purpose from the compiler, which would warn. */
static void write_behind(dciauth_work work) {
  volatile uint8_t *ptr = work.ptr;
  if (ptr != NULL) {
    ptr[work.len] = 0;
  }
}

static void change_input(dciauth_span in) {
  if (in.len > 0) {
    volatile uint8_t *ptr = (volatile uint8_t *)(uintptr_t)in.ptr;
    ptr[0] ^= 1;
  }
}

static dciauth_status break_space(dciauth_work work, dciauth_text *out) {
  if (broken_is("space-keeps-text")) {
    out->text = dciauth_bytes(work.ptr, work.len);
  }
  return broken_is("prefix-is-ok") ? DCIAUTH_OK : DCIAUTH_E_SPACE;
}

dciauth_status broken_call(broken_stage *real, size_t bound, const dciauth_profile *profile,
                           dciauth_span in, dciauth_work work, dciauth_text *out) {
  dciauth_status status = real(profile, in, work, out);
  if (broken_is("bound-is-short") && work.len <= bound) {
    memset(out, 0, sizeof *out);
    status = DCIAUTH_E_SPACE;
  }
  if (broken_is("writes-behind")) {
    write_behind(work);
  }
  if (broken_is("changes-input")) {
    change_input(in);
  }
  if (broken_is("text-elsewhere")) {
    move_text(out);
  }
  if (broken_is("where-elsewhere") && status != DCIAUTH_OK && status != DCIAUTH_E_SPACE) {
    out->where.offset = in.len + 1;
  }
  if (broken_is("refusal-with-text") && status != DCIAUTH_OK && status != DCIAUTH_E_SPACE) {
    out->text = in;
  }
  return status == DCIAUTH_E_SPACE ? break_space(work, out) : status;
}

static bool starts_with(const uint8_t *ptr, size_t len, const char *word) {
  return len >= strlen(word) && memcmp(ptr, word, strlen(word)) == 0;
}

void broken_replace(dciauth_text *t, const char *from, const char *to) {
  uint8_t *ptr = (uint8_t *)(uintptr_t)t->text.ptr;
  size_t len = 0;
  for (size_t i = 0; i < t->text.len;) {
    bool found = starts_with(ptr + i, t->text.len - i, from);
    const uint8_t *source = found ? (const uint8_t *)to : ptr + i;
    size_t num = found ? strlen(to) : 1;
    if (num > 0) {
      memmove(ptr + len, source, num);
    }
    len += num;
    i += found ? strlen(from) : 1;
  }
  t->text.len = len;
}

dciauth_span broken_replaced(dciauth_span in, const char *from, const char *to) {
  static uint8_t spare[65536];
  dciauth_text t = {in, {DCIAUTH_FIELD_NONE, 0, 0}};
  if (in.len > 0 && in.len <= sizeof spare) {
    memcpy(spare, in.ptr, in.len);
    t.text = dciauth_bytes(spare, in.len);
    broken_replace(&t, from, to);
  }
  return t.text;
}
