/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_path.c - target `path`: dciauth_canon_path against its twin and its properties. */
#include "stage.h"

static const stage path_stage = {dciauth_canon_path, dciauth_path_bound, twin_path};

static bool is_encoding(const oracle_input *in) {
  return in->row == TWIN_AWS4 || in->row == TWIN_AWS4_RAW;
}

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

/* escape_again escapes the '%' of a decoded path, and the bytes that none may have raw. */
static void escape_again(const text *from, text *out) {
  for (size_t i = 0; i < from->len; i++) {
    uint8_t byte = from->ptr[i];
    if (byte == '%' || byte == 0 || byte == '\r' || byte == '\n') {
      text_escape(out, byte);
    } else {
      text_byte(out, byte);
    }
  }
}

/* check_idempotence: a path that is taken as sent is its own canonical form; one that is encoded is
 * so once what was encoded is decoded again, exactly once; one that is decoded, once escaped again.
 */
static void check_idempotence(const oracle_input *in, const stage_answer *answer) {
  text again = {0};
  if (is_encoding(in)) {
    decode_once(&answer->canon, &again);
  } else if (twin_is_release4(in->row)) {
    escape_again(&answer->canon, &again);
  } else {
    text_bytes(&again, answer->canon.ptr, answer->canon.len);
  }
  /* oracle: D-7 */
  stage_same(&path_stage, in, &again, answer, "D-7", "not idempotent");
  text_free(&again);
}

/* put_octets appends what our bytes are to the row: where a path is decoded it is characters. */
static void put_octets(const oracle_input *in, text *out) {
  if (twin_is_release4(in->row)) {
    text_latin1(out, in->ptr, in->len);
  } else {
    text_bytes(out, in->ptr, in->len);
  }
}

/* check_encoding: any bytes, escaped by us into one segment, come back: as escapes, or decoded. In
 * the rows that encode, the '%' of each escape is escaped, so that decoding once gives what was
 * sent. */
static void check_encoding(const oracle_input *in) {
  text plain = {0};
  text sent = {0};
  text back = {0};
  text_byte(&sent, '/');
  text_byte(&plain, '/');
  put_octets(in, &plain);
  for (size_t i = 1; i < plain.len; i++) {
    text_escape(&sent, plain.ptr[i]);
  }
  stage_answer answer = stage_run(&path_stage, in, sent.ptr, sent.len);
  if (is_encoding(in)) {
    decode_once(&answer.canon, &back);
  } else {
    text_bytes(&back, answer.canon.ptr, answer.canon.len);
  }
  /* oracle: D-7 */
  oracle_check(text_cmp(twin_is_release4(in->row) ? &plain : &sent, &back) == 0, "D-7", in,
               "encode, then decode, differs");
  text_free(&plain);
  text_free(&sent);
  text_free(&back);
  text_free(&answer.canon);
}

/* form_len returns how many bytes at the start give a path its form: "/", or "scheme://". */
static size_t form_len(const oracle_input *in) {
  size_t i = 0;
  while (i < in->len && in->ptr[i] != '/') {
    i++;
  }
  return i == in->len ? i : i == 0 ? 1 : i + 2;
}

/* check_escapes: where a path is decoded, an ASCII byte and its escape are one. Beyond ASCII they
 * are not: an escape joins its neighbours, a raw byte does not. */
static void check_escapes(const oracle_input *in, const stage_answer *answer) {
  text other = {0};
  size_t form = form_len(in);
  for (size_t i = 0; i < in->len; i++) {
    if (text_is_escape(in->ptr, in->len, i)) {
      text_bytes(&other, in->ptr + i, 3);
      i += 2;
    } else if (i < form || in->ptr[i] >= 0x80) {
      text_byte(&other, in->ptr[i]);
    } else {
      text_escape(&other, in->ptr[i]);
    }
  }
  /* oracle: D-5 */
  stage_same(&path_stage, in, &other, answer, "D-5", "escaping a byte changes the path");
  text_free(&other);
}

/* check_segments: in aws4 empty and "." segments mean nothing, nor does "x/.." */
static void check_segments(const oracle_input *in, const stage_answer *answer) {
  static const char *const nothing[] = {"/", "/.", "/x/.."};
  for (size_t k = 0; k < sizeof nothing / sizeof nothing[0]; k++) {
    text other = {0};
    for (size_t i = 0; i < in->len; i++) {
      if (in->ptr[i] == '/') {
        text_bytes(&other, (const uint8_t *)nothing[k], strlen(nothing[k]));
      }
      text_byte(&other, in->ptr[i]);
    }
    /* oracle: D-5 */
    stage_same(&path_stage, in, &other, answer, "D-5",
               "a segment that means nothing changes the path");
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
      check_segments(&in, &answer);
    }
    if (twin_is_release4(in.row)) {
      check_escapes(&in, &answer);
    }
  }
  check_encoding(&in);
  stage_check_sizes(&path_stage, &in, &answer);
  stage_check_twin(&path_stage, &in, &answer);
  text_free(&answer.canon);
  oracle_drop(&in);
  return 0;
}
