/* SPDX-License-Identifier: Apache-2.0 */
/* fuzz_auth_header.c - target `auth_header`: dciauth_parse_authorization against its twin and its
 * properties. */
#include <stdlib.h>

#include "oracle.h"

static dciauth_span part_of(const dciauth_claim *claim, size_t i) {
  const dciauth_span parts[TWIN_NUM_PARTS] = {
      claim->algorithm,  claim->access_key, claim->date,           claim->region,   claim->service,
      claim->terminator, claim->scope,      claim->signed_headers, claim->signature};
  return parts[i];
}

/* has_no_scope: dci1 writes the access key alone, and a comma at the end. */
static bool has_no_scope(const oracle_input *in) {
  return in->row == TWIN_DCI1;
}

static bool lies_in(dciauth_span part, const oracle_input *in) {
  uintptr_t low = (uintptr_t)in->ptr;
  uintptr_t at = (uintptr_t)part.ptr;
  return part.len == 0 || (at >= low && at <= low + in->len && part.len <= low + in->len - at);
}

/* check_limits: D-8 once more, "accepts implies every length within its limit"; that of what the
 * row does not write is 0. */
static void check_limits(const oracle_input *in, const dciauth_claim *claim) {
  size_t date = has_no_scope(in) ? 0 : 8;
  size_t max = has_no_scope(in) ? 0 : DCIAUTH_MAX_SCOPE_PART;
  bool holds = claim->access_key.len <= DCIAUTH_MAX_ACCESS_KEY && claim->date.len == date &&
               claim->region.len <= max && claim->service.len <= max &&
               claim->terminator.len <= max && claim->signature.len == 64;
  /* oracle: D-8 */
  oracle_check(holds, "D-8", in, "a part is longer than its limit");
}

static dciauth_status parse(const oracle_input *in, dciauth_claim *claim) {
  dciauth_where where;
  memset(claim, 0xA5, sizeof *claim);
  memset(&where, 0xA5, sizeof where);
  dciauth_span value = dciauth_bytes(in->ptr, in->len);
  dciauth_status status = dciauth_parse_authorization(in->profile, value, claim, &where);
  if (status != DCIAUTH_OK) {
    /* oracle: D-8 */
    oracle_check((unsigned)where.field < DCIAUTH_NUM_FIELDS && where.offset <= in->len, "D-8", in,
                 "the position of the error is outside the input");
    return status;
  }
  for (size_t i = 0; i < TWIN_NUM_PARTS; i++) {
    oracle_check(lies_in(part_of(claim, i), in), "D-8", in, "a span outside the value");
  }
  check_limits(in, claim);
  return status;
}

static void put_span(text *out, dciauth_span part) {
  text_bytes(out, part.ptr, part.len);
}

static void put_word(text *out, const char *word) {
  text_bytes(out, (const uint8_t *)word, strlen(word));
}

static void put_param(text *out, const dciauth_claim *claim, size_t which) {
  if (which == 0) {
    put_word(out, "Credential=");
    put_span(out, claim->access_key);
    put_word(out, claim->scope.len > 0 ? "/" : "");
    put_span(out, claim->scope);
  } else {
    put_word(out, which == 1 ? "SignedHeaders=" : "Signature=");
    put_span(out, which == 1 ? claim->signed_headers : claim->signature);
  }
}

static void serialise(const oracle_input *in, const dciauth_claim *claim, const size_t order[3],
                      const char *separator, text *out) {
  put_span(out, claim->algorithm);
  put_word(out, " ");
  for (size_t i = 0; i < 3; i++) {
    put_word(out, i > 0 ? separator : "");
    put_param(out, claim, order[i]);
  }
  put_word(out, has_no_scope(in) ? "," : "");
}

/* check_spelling: the claim, written in this order with this separator, reads as the same claim. */
static void check_spelling(const oracle_input *in, const dciauth_claim *claim,
                           const size_t order[3], const char *separator, const char *id,
                           const char *what) {
  text value = {0};
  serialise(in, claim, order, separator, &value);
  oracle_input other = *in;
  other.ptr = malloc(value.len);
  oracle_check(other.ptr != NULL, "setup", in, "no memory");
  memcpy(other.ptr, value.ptr, value.len);
  other.len = value.len;
  dciauth_claim again;
  oracle_check(parse(&other, &again) == DCIAUTH_OK, id, in, what);
  for (size_t i = 0; i < TWIN_NUM_PARTS; i++) {
    dciauth_span a = part_of(claim, i);
    dciauth_span b = part_of(&again, i);
    oracle_check(a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0), id, in, what);
  }
  oracle_drop(&other);
  text_free(&value);
}

/* put_scope joins the parts of a scope; nothing, if the row does not write one. */
static void put_scope(const oracle_input *in, const dciauth_claim *claim, text *out) {
  const dciauth_span parts[4] = {claim->date, claim->region, claim->service, claim->terminator};
  for (size_t i = 0; i < 4 && !has_no_scope(in); i++) {
    put_word(out, i > 0 ? "/" : "");
    put_span(out, parts[i]);
  }
}

/* check_round_trip: serialise(parse(s)) is canonical, and parses to the same claim; the scope is
 * the four parts. */
static void check_round_trip(const oracle_input *in, const dciauth_claim *claim) {
  static const size_t as_signed[3] = {0, 1, 2};
  /* oracle: D-8 */
  check_spelling(in, claim, as_signed, ", ", "D-8", "serialise, then parse, differs");
  text scope = {0};
  put_scope(in, claim, &scope);
  /* oracle: D-8 */
  oracle_check(text_is(&scope, claim->scope.ptr, claim->scope.len), "D-8", in,
               "the scope is not its parts");
  text_free(&scope);
}

/* check_spellings: any order of parameters in every row; any blanks after the comma in the aws
 * rows. */
static void check_spellings(const oracle_input *in, const dciauth_claim *claim) {
  static const size_t orders[2][3] = {{2, 1, 0}, {1, 2, 0}};
  for (size_t i = 0; i < 2; i++) {
    /* oracle: D-6 */
    check_spelling(in, claim, orders[i], ", ", "D-6", "another order differs");
  }
  if (!twin_is_dci(in->row)) {
    /* oracle: D-5 */
    check_spelling(in, claim, orders[0], ",", "D-5", "no blank differs");
    /* oracle: D-5 */
    check_spelling(in, claim, orders[1], ",\t \t", "D-5", "more blanks differ");
  }
}

static void check_twin(const oracle_input *in, dciauth_status status, const dciauth_claim *claim) {
  twin_claim want;
  const char *word = twin_auth_header(in->row, in->ptr, in->len, &want);
  oracle_check(strcmp(word, dciauth_status_class(status)) == 0, "twin", in, "another class");
  for (size_t i = 0; status == DCIAUTH_OK && i < TWIN_NUM_PARTS; i++) {
    dciauth_span got = part_of(claim, i);
    bool same_place = got.len == 0 || got.ptr == in->ptr + want.part[i].at;
    /* oracle: twin */
    oracle_check(same_place && got.len == want.part[i].len, "twin", in, "another span");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  oracle_input in;
  if (!oracle_take("auth_header", data, size, &in)) {
    return 0;
  }
  dciauth_claim claim;
  dciauth_status status = parse(&in, &claim);
  oracle_note(&in, status);
  if (status == DCIAUTH_OK) {
    check_round_trip(&in, &claim);
    check_spellings(&in, &claim);
  }
  check_twin(&in, status, &claim);
  oracle_drop(&in);
  return 0;
}
