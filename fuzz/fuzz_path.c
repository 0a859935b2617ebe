/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_path.c - target `path`: dciauth_canon_path against its twin and its properties. */
#include "stage.h"

static size_t path_bound(const dciauth_profile *profile, dciauth_span in) {
  (void)profile;
  return 3 * in.len + 1; /* as dciauth.h says */
}

static const stage path_stage = {dciauth_canon_path, path_bound, twin_path};

static void decode_once(const text *from, text *out) {
  for (size_t i = 0; i < from->len; i++) {
    if (text_is_escape(from->ptr, from->len, i)) {
      text_byte(out, (uint8_t)(byte_of_hex(from->ptr[i + 1]) * 16 + byte_of_hex(from->ptr[i + 2])));
      i += 2;
    } else {
      text_byte(out, from->ptr[i]);
    }
  }
}

/* check_idempotence: a path that is taken as sent is its own canonical form; one that is encoded is
 * so once what was encoded is decoded again, exactly once. */
static void check_idempotence(const oracle_input *in, const stage_answer *answer) {
  text again = {0};
  if (in->row == TWIN_AWS4) {
    decode_once(&answer->canon, &again);
  } else {
    text_bytes(&again, answer->canon.ptr, answer->canon.len);
  }
  /* oracle: D-7 */
  stage_same(&path_stage, in, &again, answer, "D-7", "not idempotent");
  text_free(&again);
}

/* check_encoding: any bytes, escaped by us into one segment, come back. In aws4 the '%' of each
 * escape is escaped, so that decoding once gives what was sent. */
static void check_encoding(const oracle_input *in) {
  text sent = {0};
  text back = {0};
  text_byte(&sent, '/');
  for (size_t i = 0; i < in->len; i++) {
    text_escape(&sent, in->ptr[i]);
  }
  stage_answer answer = stage_run(&path_stage, in, sent.ptr, sent.len);
  if (in->row == TWIN_AWS4) {
    decode_once(&answer.canon, &back);
  } else {
    text_bytes(&back, answer.canon.ptr, answer.canon.len);
  }
  /* oracle: D-7 */
  oracle_check(text_cmp(&sent, &back) == 0, "D-7", in, "encode, then decode, differs");
  text_free(&sent);
  text_free(&back);
  text_free(&answer.canon);
}

/* check_collisions: in aws4 empty and "." segments mean nothing, nor does "x/.." */
static void check_collisions(const oracle_input *in, const stage_answer *answer) {
  static const char *const nothing[] = {"/", "/.", "/x/.."};
  for (size_t k = 0; k < sizeof nothing / sizeof nothing[0]; k++) {
    text other = {0};
    for (size_t i = 0; i < in->len; i++) {
      if (in->ptr[i] == '/') {
        text_bytes(&other, (const uint8_t *)nothing[k], strlen(nothing[k]));
      }
      text_byte(&other, in->ptr[i]);
    }
    stage_same(&path_stage, in, &other, answer, "D-5",
               "a segment that means nothing changes the path");
    /* oracle: D-5 */
    text_free(&other);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  oracle_input in;
  if (!oracle_take("path", data, size, &in)) {
    return 0;
  }
  stage_answer answer = stage_run(&path_stage, &in, in.ptr, in.len);
  oracle_note(&in, answer.status);
  if (answer.status == DCIAUTH_OK) {
    check_idempotence(&in, &answer);
    if (in.row == TWIN_AWS4) {
      check_collisions(&in, &answer);
    }
  }
  check_encoding(&in);
  stage_check_sizes(&path_stage, &in, &answer);
  stage_check_twin(&path_stage, &in, &answer);
  text_free(&answer.canon);
  oracle_drop(&in);
  return 0;
}
