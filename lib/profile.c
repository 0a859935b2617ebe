/* SPDX-License-Identifier: Apache-2.0 */
/* profile.c - the rows, and each column of them in words. */
#include "profile.h"

/* TEXT is the span of a string literal, as an initialiser. */
#define TEXT(literal)                                                                              \
  { (const uint8_t *)(literal), sizeof(literal) - 1 }

#define NAME(sent, lower)                                                                          \
  { TEXT(sent), TEXT(lower) }

/* AWS4_COLUMNS is what the rows of AWS share. */
#define AWS4_COLUMNS                                                                               \
  .target_form = TARGET_ORIGIN, .path_escapes = ESCAPE_REFUSE, .query_escapes = ESCAPE_REFUSE,     \
  .query_order = ORDER_ENCODED_PAIRS, .plus = PLUS_LITERAL, .bad_utf8 = UTF8_OCTETS,               \
  .blank = BLANK_PERCENT_20, .repeat = ARGS_KEEP, .header_value = VALUE_TRIM_COLLAPSE,             \
  .header_repeat = HEADERS_JOIN, .signed_names = NAMES_SORTED, .default_signed = TEXT(""),         \
  .sign_coverage = COVERAGE_REQUIRED, .algorithm = TEXT("AWS4-HMAC-SHA256"),                       \
  .terminator = TEXT("aws4_request"), .key_parts = 1, .separator = SEPARATOR_COMMA,                \
  .key_prefix_text = TEXT(""), .date_header = NAME("X-Amz-Date", "x-amz-date"),                    \
  .other_date_header = NAME("", ""),                                                               \
  .token_header = NAME("X-Amz-Security-Token", "x-amz-security-token"),                            \
  .payload_header = NAME("X-Amz-Content-Sha256", "x-amz-content-sha256"),                          \
  .guarded_prefix = TEXT("x-amz-"), .query_auth_prefix = TEXT("x-amz-"),                           \
  .default_region = TEXT(""), .default_service = TEXT(""), .default_host = TEXT(""),               \
  .max_skew = 900

/* DCI_COLUMNS is what the rows of python-dciauth share: endpoint and query are Python's, headers
 * are a dictionary. */
#define DCI_COLUMNS                                                                                \
  .target_form = TARGET_ORIGIN_OR_ABSOLUTE, .path_escapes = ESCAPE_KEEP,                           \
  .query_escapes = ESCAPE_KEEP, .plus = PLUS_BLANK, .bad_utf8 = UTF8_REPLACE,                      \
  .repeat = ARGS_REFUSE, .header_repeat = HEADERS_REFUSE, .separator = SEPARATOR_COMMA_BLANK,      \
  .token_header = NAME("", ""), .payload = PAYLOAD_BODY, .payload_header = NAME("", ""),           \
  .query_auth_prefix = TEXT(""), .key_prefix_text = TEXT("")

/* FUNCTIONAL_COLUMNS is what generate_headers, parse_headers and is_valid have in common from
 * release to release. */
#define FUNCTIONAL_COLUMNS                                                                         \
  .header_value = VALUE_AS_IS, .signed_names = NAMES_AS_GIVEN,                                     \
  .default_signed = TEXT("host;x-dci-date"), .sign_coverage = COVERAGE_FREE,                       \
  .algorithm = TEXT("DCI2-HMAC-SHA256"), .terminator = TEXT("dci2_request"),                       \
  .constants = CONSTANTS_CALLER, .key_parts = 2, .date_header = NAME("X-DCI-Date", "x-dci-date"),  \
  .other_date_header = NAME("X-Amz-Date", "x-amz-date"), .guarded_prefix = TEXT("x-dci-"),         \
  .default_region = TEXT("BHS3"), .default_service = TEXT("api"),                                  \
  .default_host = TEXT("api.distributed-ci.io"), .max_skew = 900

/* CLASS_COLUMNS is what HmacSignature does under either name of the algorithm. */
#define CLASS_COLUMNS                                                                              \
  .path = PATH_DECODE, .query_order = ORDER_ENCODED_PAIRS, .blank = BLANK_PERCENT_20,              \
  .header_value = VALUE_SPLIT, .signed_names = NAMES_SORTED, .sign_coverage = COVERAGE_REQUIRED,   \
  .loose_reading = READING_CLASS, .key_parts = 0, .default_region = TEXT(""),                      \
  .default_service = TEXT(""), .default_host = TEXT(""), .max_skew = 900

static const dciauth_profile rows[] = {
    /* spec: aws-sigv4 create-signed-request */
    {
        .name = "aws4",
        .path = PATH_NORMALISE_ENCODE,
        .payload = PAYLOAD_HEADER_OPTIONAL,
        AWS4_COLUMNS,
    },
    /* spec: aws-sigv4 create-signed-request */
    {
        .name = "aws4-raw",
        .path = PATH_ENCODE,
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
    /* spec: python-dciauth signature.HmacSignature */
    {
        .name = "dci2",
        DCI_COLUMNS,
        CLASS_COLUMNS,
        .default_signed = TEXT("host;x-dci-date"),
        .algorithm = TEXT("DCI2-HMAC-SHA256"),
        .terminator = TEXT("dci2_request"),
        .date_header = NAME("X-DCI-Date", "x-dci-date"),
        .other_date_header = NAME("X-Amz-Date", "x-amz-date"),
        .guarded_prefix = TEXT("x-dci-"),
    },
    /* spec: python-dciauth v2.headers */
    {
        .name = "dci2-v2",
        .path = PATH_DECODE,
        .query_order = ORDER_ENCODED_PAIRS,
        .blank = BLANK_PERCENT_20,
        .terminators = TERMINATOR_KNOWN,
        DCI_COLUMNS,
        FUNCTIONAL_COLUMNS,
    },
    /* spec: python-dciauth v2.headers */
    {
        .name = "dci2-v2.1",
        .path = PATH_AS_SENT,
        .query_order = ORDER_DECODED_NAMES,
        .blank = BLANK_PLUS,
        .terminators = TERMINATOR_ANY,
        DCI_COLUMNS,
        FUNCTIONAL_COLUMNS,
    },
    /* spec: python-dciauth signature.HmacSignature */
    {
        .name = "dci-aws4",
        DCI_COLUMNS,
        CLASS_COLUMNS,
        .default_signed = TEXT("host;x-amz-date"),
        .algorithm = TEXT("AWS4-HMAC-SHA256"),
        .terminator = TEXT("aws4_request"),
        .date_header = NAME("X-Amz-Date", "x-amz-date"),
        .other_date_header = NAME("X-DCI-Date", "x-dci-date"),
        .guarded_prefix = TEXT("x-amz-"),
    },
    /* spec: python-dciauth signature.Signature */
    {
        .name = "dci1",
        DCI_COLUMNS,
        .method = METHOD_UPPER,
        .path = PATH_AS_SENT,
        .query_order = ORDER_DECODED_NAMES,
        .blank = BLANK_PLUS,
        .header_value = VALUE_AS_IS,
        .signed_names = NAMES_SORTED,
        .default_signed = TEXT(""),
        .sign_coverage = COVERAGE_REQUIRED,
        .host = HOST_FREE,
        .algorithm = TEXT("DCI-HMAC-SHA256"),
        .terminator = TEXT(""),
        .scope = SCOPE_DATE,
        .key_prefix = PREFIX_NONE,
        .authorization = AUTHORIZATION_BARE,
        .loose_reading = READING_V1,
        .key_parts = 2,
        .date_header = NAME("dci-datetime", "dci-datetime"),
        .other_date_header = NAME("", ""),
        .guarded_prefix = TEXT("dci-"),
        .default_region = TEXT(""),
        .default_service = TEXT(""),
        .default_host = TEXT(""),
        .max_skew = 86400,
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
