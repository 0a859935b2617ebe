/* SPDX-License-Identifier: Apache-2.0 */
/* profile.c - the rows, and each column of them in words. */
#include "profile.h"

/* AWS4_COLUMNS is what the rows of AWS share. */
#define AWS4_COLUMNS                                                                               \
  .target_form = TARGET_ORIGIN, .path_escapes = ESCAPE_REFUSE, .query_escapes = ESCAPE_REFUSE,     \
  .query_order = ORDER_ENCODED_PAIRS, .plus = PLUS_LITERAL, .bad_utf8 = UTF8_OCTETS,               \
  .blank = BLANK_PERCENT_20, .repeat = ARGS_KEEP, .header_value = VALUE_TRIM_COLLAPSE,             \
  .header_repeat = HEADERS_JOIN, .signed_names = NAMES_SORTED, .default_signed = "",               \
  .sign_coverage = COVERAGE_REQUIRED, .algorithm = "AWS4-HMAC-SHA256",                             \
  .terminator = "aws4_request", .constants = CONSTANTS_FIXED, .key_parts = 1,                      \
  .separator = SEPARATOR_COMMA, .date_header = "X-Amz-Date", .other_date_header = "",              \
  .token_header = "X-Amz-Security-Token", .payload_header = "X-Amz-Content-Sha256",                \
  .guarded_prefix = "x-amz-", .query_auth_prefix = "x-amz-", .default_region = "",                 \
  .default_service = "", .default_host = "", .max_skew = 900

static const dciauth_profile rows[] = {
    /* spec: aws-sigv4 create-signed-request */
    {
        .name = "aws4",
        .path = PATH_NORMALISE_ENCODE,
        .payload = PAYLOAD_HEADER_OPTIONAL,
        AWS4_COLUMNS,
    },
    /* spec: aws-s3-sigv4 header-based-auth */
    {
        .name = "aws4-s3",
        .path = PATH_AS_SENT,
        .payload = PAYLOAD_HEADER_REQUIRED,
        AWS4_COLUMNS,
    },
    /* spec: python-dciauth v2.headers */
    {
        .name = "dci2-v2.1",
        .path = PATH_AS_SENT,
        .target_form = TARGET_ORIGIN_OR_ABSOLUTE,
        .path_escapes = ESCAPE_KEEP,
        .query_escapes = ESCAPE_KEEP,
        .query_order = ORDER_DECODED_NAMES,
        .plus = PLUS_BLANK,
        .bad_utf8 = UTF8_REPLACE,
        .blank = BLANK_PLUS,
        .repeat = ARGS_REFUSE,
        .header_value = VALUE_AS_IS,
        .header_repeat = HEADERS_REFUSE,
        .signed_names = NAMES_AS_GIVEN,
        .default_signed = "host;x-dci-date",
        .sign_coverage = COVERAGE_FREE,
        .algorithm = "DCI2-HMAC-SHA256",
        .terminator = "dci2_request",
        .constants = CONSTANTS_CALLER,
        .key_parts = 2,
        .separator = SEPARATOR_COMMA_BLANK,
        .date_header = "X-DCI-Date",
        .other_date_header = "X-Amz-Date",
        .token_header = "",
        .payload = PAYLOAD_BODY,
        .payload_header = "",
        .guarded_prefix = "x-dci-",
        .query_auth_prefix = "",
        .default_region = "BHS3",
        .default_service = "api",
        .default_host = "api.distributed-ci.io",
        .max_skew = 900,
    },
};

enum { NUM_ROWS = sizeof rows / sizeof rows[0] };

const dciauth_profile *dciauth_profile_at(size_t i) {
  return i < NUM_ROWS ? &rows[i] : NULL;
}

const dciauth_profile *dciauth_profile_find(dciauth_span name) {
  for (size_t i = 0; i < NUM_ROWS; i++) {
    if (span_eq_str(name, rows[i].name)) {
      return &rows[i];
    }
  }
  return NULL;
}

static dciauth_rule text(const char *column, const char *value) {
  dciauth_rule rule = {column, value, 0};
  return rule;
}

static dciauth_rule number(const char *column, int value) {
  dciauth_rule rule = {column, NULL, value};
  return rule;
}

static const char *escape_word(escape_rule rule) {
  return rule == ESCAPE_REFUSE ? "refuse" : "keep";
}

/* WORD picks the word of an enum value; the words stand in the order of the enum in profile.h. */
#define WORD(value, ...) ((const char *const[]){__VA_ARGS__}[value])

dciauth_rule dciauth_profile_rule(const dciauth_profile *p, size_t i) {
  switch (i) {
  case 0: return text("name", p->name);
  case 1: return text("path", WORD(p->path, "normalise-encode", "as-sent"));
  case 2: return text("target_form", WORD(p->target_form, "origin", "origin-or-absolute"));
  case 3: return text("path_malformed_pct", escape_word(p->path_escapes));
  case 4: return text("query_malformed_pct", escape_word(p->query_escapes));
  case 5: return text("query_order", WORD(p->query_order, "encoded-pairs", "decoded-names"));
  case 6: return text("plus", WORD(p->plus, "literal", "blank"));
  case 7: return text("bad_utf8", WORD(p->bad_utf8, "octets", "replace"));
  case 8: return text("blank", WORD(p->blank, "%20", "+"));
  case 9: return text("repeat", WORD(p->repeat, "keep", "refuse"));
  case 10: return text("header_value", WORD(p->header_value, "trim-collapse", "as-is"));
  case 11: return text("header_repeat", WORD(p->header_repeat, "join", "refuse", "last"));
  case 12: return text("signed_names", WORD(p->signed_names, "sorted", "as-given"));
  case 13: return text("default_signed", p->default_signed);
  case 14: return text("sign_coverage", WORD(p->sign_coverage, "required", "free"));
  case 15: return text("algorithm", p->algorithm);
  case 16: return text("terminator", p->terminator);
  case 17: return text("constants", WORD(p->constants, "fixed", "caller"));
  case 18: return number("credential_parts", p->key_parts + 4);
  case 19: return text("separator", WORD(p->separator, "comma", "comma-blank"));
  case 20: return text("date_header", p->date_header);
  case 21: return text("other_date_header", p->other_date_header);
  case 22: return text("token_header", p->token_header);
  case 23: return text("payload", WORD(p->payload, "body", "header-optional", "header-required"));
  case 24: return text("payload_header", p->payload_header);
  case 25: return text("guarded_prefix", p->guarded_prefix);
  case 26: return text("query_auth_prefix", p->query_auth_prefix);
  case 27: return text("default_region", p->default_region);
  case 28: return text("default_service", p->default_service);
  case 29: return text("default_host", p->default_host);
  case 30: return number("max_skew", p->max_skew);
  default: return text(NULL, NULL);
  }
}
