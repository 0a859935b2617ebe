/* SPDX-License-Identifier: Apache-2.0 */
/* broken_query.c - dciauth_canon_query with a bug. */
#include "broken.h"

broken_stage __real_dciauth_canon_query;
broken_stage __wrap_dciauth_canon_query;

static uint8_t spare[65536];

/* turn_pairs puts the first pair of the result last. */
static void turn_pairs(dciauth_text *out) {
  const uint8_t *cut = out->text.len > 0 ? memchr(out->text.ptr, '&', out->text.len) : NULL;
  if (cut == NULL || out->text.len > sizeof spare) {
    return;
  }
  size_t first = (size_t)(cut - out->text.ptr);
  size_t rest = out->text.len - first - 1;
  uint8_t *ptr = (uint8_t *)(uintptr_t)out->text.ptr;
  memcpy(spare, ptr, first);
  memmove(ptr, ptr + first + 1, rest);
  ptr[rest] = '&';
  memcpy(ptr + rest + 1, spare, first);
}

static void lower_hex(dciauth_text *out) {
  uint8_t *ptr = (uint8_t *)(uintptr_t)out->text.ptr;
  for (size_t i = 2; i < out->text.len; i++) {
    bool digit = ptr[i - 1] == '%' || ptr[i - 2] == '%';
    ptr[i] = digit && ptr[i] >= 'A' && ptr[i] <= 'F' ? (uint8_t)(ptr[i] + 32) : ptr[i];
  }
}

static bool is_unsorted(dciauth_span in) {
  return in.len > 0 && in.ptr[0] == 'b';
}

dciauth_status __wrap_dciauth_canon_query(const dciauth_profile *profile, dciauth_span in,
                                          dciauth_work work, dciauth_text *out) {
  dciauth_span given = broken_is("decodes-twice")   ? broken_replaced(in, "%25", "%")
                       : broken_is("plus-is-blank") ? broken_replaced(in, "+", " ")
                       : broken_is("drops-empty")   ? broken_replaced(in, "%61=&", "")
                                                    : in;
  size_t bound = dciauth_query_bound(profile, in);
  dciauth_status status = broken_call(__real_dciauth_canon_query, bound, profile, given, work, out);
  if (broken_is("keeps-order") && status == DCIAUTH_OK && is_unsorted(in)) {
    turn_pairs(out);
  }
  if (broken_is("blank-is-plus")) {
    broken_replace(out, "%20", "+");
  }
  if (broken_is("lower-hex") && status == DCIAUTH_OK) {
    lower_hex(out);
  }
  if (broken_is("one-replacement")) {
    broken_replace(out, "%EF%BF%BD%EF%BF%BD", "%EF%BF%BD");
  }
  if (broken_is("takes-repeats") && status == DCIAUTH_E_DUPLICATE_QUERY_PARAM) {
    memset(out, 0, sizeof *out);
    status = DCIAUTH_OK;
  }
  return status;
}
