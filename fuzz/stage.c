/* SPDX-License-Identifier: Apache-2.0 */
/* stage.c - running a stage in a work block of an exact size, off alignment if the input says so.
 * Where AddressSanitizer does not watch the ends of the block, a fence of known bytes does. */
#include "stage.h"

#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif

#ifdef HAS_ASAN
enum { FENCE = 0 };
#else
enum { FENCE = 16 };
#endif

enum { FENCE_BYTE = 0x5A, JUNK_BYTE = 0xA5, SAMPLES = 6, SMALL = 2048 };

/* block is a work block: `shift` bytes, the block, the fence. */
typedef struct {
  uint8_t *start;
  dciauth_work work;
} block;

static block block_of(const oracle_input *in, size_t size) {
  block b = {malloc(in->shift + size + FENCE), {NULL, size}};
  oracle_check(b.start != NULL, "setup", in, "no memory");
  memset(b.start, FENCE_BYTE, in->shift);
  memset(b.start + in->shift + size, FENCE_BYTE, FENCE);
  b.work.ptr = size > 0 ? b.start + in->shift : NULL;
  return b;
}

static bool is_fence(const uint8_t *ptr, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (ptr[i] != FENCE_BYTE) {
      return false;
    }
  }
  return true;
}

static bool is_fenced(const oracle_input *in, const block *b) {
  return is_fence(b->start, in->shift) && is_fence(b->start + in->shift + b->work.len, FENCE);
}

static bool lies_in(dciauth_span part, const void *ptr, size_t len) {
  uintptr_t low = (uintptr_t)ptr;
  uintptr_t at = (uintptr_t)part.ptr;
  return part.len == 0 || (at >= low && at <= low + len && part.len <= low + len - at);
}

static bool is_zero(const dciauth_text *t) {
  return t->text.ptr == NULL && t->text.len == 0 && t->where.field == DCIAUTH_FIELD_NONE &&
         t->where.index == 0 && t->where.offset == 0;
}

static void check_result(const oracle_input *in, dciauth_status status, const dciauth_text *out,
                         dciauth_span given, dciauth_work work) {
  /* oracle: D-8 */
  oracle_check(lies_in(out->text, work.ptr, work.len) || lies_in(out->text, given.ptr, given.len),
               "D-8", in, "the text is neither in the work block nor in the input");
  if (status == DCIAUTH_E_SPACE) {
    /* oracle: D-12 */
    oracle_check(is_zero(out), "D-12", in, "no space, and the result is not zero");
  } else if (status != DCIAUTH_OK) {
    /* oracle: D-8 */
    oracle_check(out->where.field == DCIAUTH_FIELD_TARGET && out->where.offset <= given.len, "D-8",
                 in, "the position of the error is outside the input");
    /* oracle: D-12 */
    oracle_check(out->text.len == 0, "D-12", in, "a refusal with a text");
  }
}

static stage_answer run_in(const stage *s, const oracle_input *in, dciauth_span given,
                           size_t size) {
  block b = block_of(in, size);
  dciauth_text out;
  memset(&out, JUNK_BYTE, sizeof out);
  stage_answer answer = {s->canon(in->profile, given, b.work, &out), {0}};
  oracle_check(is_fenced(in, &b), "D-12", in, "bytes outside the work block were written");
  check_result(in, answer.status, &out, given, b.work);
  text_bytes(&answer.canon, out.text.ptr, out.text.len);
  free(b.start);
  return answer;
}

stage_answer stage_run(const stage *s, const oracle_input *in, const uint8_t *ptr, size_t len) {
  uint8_t *exact = len > 0 ? malloc(len) : NULL;
  oracle_check(len == 0 || exact != NULL, "setup", in, "no memory");
  if (len > 0) {
    memcpy(exact, ptr, len);
  }
  dciauth_span given = dciauth_bytes(exact, len);
  stage_answer answer = run_in(s, in, given, s->bound(in->profile, given));
  /* oracle: D-12 */
  oracle_check(answer.status != DCIAUTH_E_SPACE, "D-12", in, "the bound is not enough");
  oracle_check(len == 0 || memcmp(exact, ptr, len) == 0, "D-12", in, "the input was changed");
  free(exact);
  return answer;
}

static bool is_same(const stage_answer *a, const stage_answer *b) {
  return a->status == b->status && text_cmp(&a->canon, &b->canon) == 0;
}

void stage_same(const stage *s, const oracle_input *in, const text *other, const stage_answer *want,
                const char *id, const char *what) {
  stage_answer got = stage_run(s, in, other->ptr, other->len);
  oracle_check(is_same(&got, want), id, in, what);
  text_free(&got.canon);
}

static void check_size(const stage *s, const oracle_input *in, const stage_answer *want,
                       size_t size) {
  stage_answer got = run_in(s, in, dciauth_bytes(in->ptr, in->len), size);
  /* oracle: D-12 */
  oracle_check(got.status == DCIAUTH_E_SPACE || is_same(&got, want), "D-12", in,
               "a smaller work block gave another answer");
  text_free(&got.canon);
}

void stage_check_sizes(const stage *s, const oracle_input *in, const stage_answer *want) {
  size_t bound = s->bound(in->profile, dciauth_bytes(in->ptr, in->len));
  if (oracle_thorough && bound <= SMALL) {
    for (size_t size = 0; size < bound; size++) {
      check_size(s, in, want, size);
    }
    return;
  }
  size_t near[SAMPLES] = {0,         want->canon.len, want->canon.len - 1,
                          bound - 1, bound / 2,       bound / 7 * 3};
  for (size_t i = 0; i < SAMPLES; i++) {
    if (near[i] < bound) {
      check_size(s, in, want, near[i]);
    }
  }
}

void stage_check_twin(const stage *s, const oracle_input *in, const stage_answer *want) {
  text canon = {0};
  const char *word = s->twin(in->row, in->ptr, in->len, &canon);
  oracle_check(strcmp(word, dciauth_status_class(want->status)) == 0, "twin", in, "another class");
  /* oracle: twin */
  oracle_check(text_cmp(&canon, &want->canon) == 0, "twin", in, "another text");
  text_free(&canon);
}
