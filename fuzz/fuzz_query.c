/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_query.c - target `query`: dciauth_canon_query against its twin and its properties. */
#include "stage.h"

static const stage query_stage = {dciauth_canon_query, dciauth_query_bound, twin_query};

/* check_idempotence: what is canonical stays so. */
static void check_idempotence(const oracle_input *in, const stage_answer *answer) {
  /* oracle: D-7 */
  stage_same(&query_stage, in, &answer->canon, answer, "D-7", "not idempotent");
}

/* put_octets escapes bytes as a client of the row would. The dci rows carry characters, so there
 * the bytes stand for U+0000 to U+00FF; release 4 writes a blank as everybody else. */
static void put_octets(const oracle_input *in, text *out) {
  bool dci = twin_is_dci(in->row);
  text plain = {0};
  if (dci) {
    text_latin1(&plain, in->ptr, in->len);
  } else {
    text_bytes(&plain, in->ptr, in->len);
  }
  for (size_t i = 0; i < plain.len; i++) {
    uint8_t byte = plain.ptr[i];
    if (byte_is_unreserved(byte)) {
      text_byte(out, byte);
    } else if (byte == ' ' && dci && !twin_is_release4(in->row)) {
      text_byte(out, '+');
    } else {
      text_escape(out, byte);
    }
  }
  text_free(&plain);
}

/* check_encoding: any bytes, escaped by us, are a canonical name and a canonical value: one
 * decoding, one encoding. */
static void check_encoding(const oracle_input *in) {
  text sent = {0};
  put_octets(in, &sent);
  text_byte(&sent, '=');
  put_octets(in, &sent);
  stage_answer want = {DCIAUTH_OK, sent};
  /* oracle: D-7 */
  stage_same(&query_stage, in, &sent, &want, "D-7", "encode, then decode, differs");
  text_free(&sent);
}

/* put_pairs_backwards appends the pieces between '&' from the last to the first. */
static void put_pairs_backwards(const oracle_input *in, text *out) {
  size_t end = in->len;
  for (size_t i = in->len; i-- > 0;) {
    if (in->ptr[i] == '&') {
      text_bytes(out, in->ptr + i + 1, end - i - 1);
      text_byte(out, '&');
      end = i;
    }
  }
  text_bytes(out, in->ptr, end);
}

/* put_pairs_turned appends all pieces but the first, then the first. */
static void put_pairs_turned(const oracle_input *in, text *out) {
  size_t cut = 0;
  while (cut < in->len && in->ptr[cut] != '&') {
    cut++;
  }
  if (cut < in->len) {
    text_bytes(out, in->ptr + cut + 1, in->len - cut - 1);
    text_byte(out, '&');
  }
  text_bytes(out, in->ptr, cut);
}

/* check_order: the order of pairs means nothing, not even to a refusal. */
static void check_order(const oracle_input *in, const stage_answer *answer) {
  text backwards = {0};
  text turned = {0};
  put_pairs_backwards(in, &backwards);
  put_pairs_turned(in, &turned);
  /* oracle: D-6 */
  stage_same(&query_stage, in, &backwards, answer, "D-6", "backwards differs");
  /* oracle: D-6 */
  stage_same(&query_stage, in, &turned, answer, "D-6", "turned differs");
  text_free(&backwards);
  text_free(&turned);
}

/* put_spelled_otherwise escapes, in lower case, each byte that may be so without a change of
 * meaning. In the dci rows that is ASCII alone, for an escape joins its neighbours and a raw byte
 * does not; there a lone '%' and '+' have a twin too. */
static void put_spelled_otherwise(const oracle_input *in, text *out) {
  static const char digits[] = "0123456789abcdef";
  bool in_value = false;
  bool dci = twin_is_dci(in->row);
  for (size_t i = 0; i < in->len; i++) {
    uint8_t byte = in->ptr[i];
    bool keep = byte == '&' || (byte == '=' && !in_value) || (dci && byte >= 0x80);
    in_value = byte != '&' && (in_value || byte == '=');
    if (keep) {
      text_byte(out, byte);
    } else if (text_is_escape(in->ptr, in->len, i)) {
      text_bytes(out, in->ptr + i, 3);
      i += 2;
    } else {
      byte = dci && byte == '+' ? ' ' : byte;
      text_byte(out, '%');
      text_byte(out, (uint8_t)digits[byte / 16]);
      text_byte(out, (uint8_t)digits[byte % 16]);
    }
  }
}

/* check_collisions: other spellings of the same pairs, and pairs that are empty, mean nothing. */
static void check_collisions(const oracle_input *in, const stage_answer *answer) {
  text other = {0};
  put_spelled_otherwise(in, &other);
  /* oracle: D-5 */
  stage_same(&query_stage, in, &other, answer, "D-5", "escaping a byte changes the query");
  text_byte(&other, '&');
  text_byte(&other, '&');
  /* oracle: D-5 */
  stage_same(&query_stage, in, &other, answer, "D-5", "an empty pair changes the query");
  text_free(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  oracle_input in;
  if (!oracle_take("query", data, size, &in)) {
    return 0;
  }
  stage_answer answer = stage_run(&query_stage, &in, in.ptr, in.len);
  oracle_note(&in, answer.status);
  if (answer.status == DCIAUTH_OK) {
    check_idempotence(&in, &answer);
    check_collisions(&in, &answer);
  }
  check_order(&in, &answer);
  check_encoding(&in);
  stage_check_sizes(&query_stage, &in, &answer);
  stage_check_twin(&query_stage, &in, &answer);
  text_free(&answer.canon);
  oracle_drop(&in);
  return 0;
}
