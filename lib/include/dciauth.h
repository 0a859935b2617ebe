/* SPDX-License-Identifier: Apache-2.0 */
/* dciauth.h - sign and verify HTTP requests: DCI2 and AWS Signature Version 4, one algorithm
 * family, many dialects.
 *
 * Conventions, stated once:
 *  - No allocation, no clock, no I/O, no global state. Every call works in the caller's work block;
 *    spans in a result point into that block or into the inputs and live as long as both do.
 *  - Requests are bytes as they cross the wire: nothing decoded, headers in order, repeats allowed.
 *  - Zero is the default of every struct field. No pointer may be NULL unless said so; a span with
 *    len 0 may have any ptr.
 *  - DCIAUTH_OK is 0. On DCIAUTH_E_SPACE `*out` is zeroed; on any other error `out->where` is set
 *    and the stages that were reached are filled.
 *  - Text is not NUL-terminated unless it is a `char *`.
 *  - The library never initialises OpenSSL. A program that wants neither openssl.cnf nor an exit
 *    handler calls OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_NO_LOAD_CONFIG, NULL)
 *    first.
 */
#ifndef DCIAUTH_H
#define DCIAUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DCIAUTH_API __attribute__((visibility("default")))
#define DCIAUTH_MUST_USE __attribute__((warn_unused_result))
#else
#define DCIAUTH_API
#define DCIAUTH_MUST_USE
#endif

/* DCIAUTH_VERSION is the version of this header; dciauth_version() that of the library linked. */
#define DCIAUTH_VERSION "0.1.0"
DCIAUTH_API const char *dciauth_version(void);

/* DCIAUTH_MAX_*: longer fields are refused with DCIAUTH_E_LIMIT_EXCEEDED, whatever the dialect.
 * Bytes, or a count. */
enum {
  DCIAUTH_MAX_METHOD = 32,
  DCIAUTH_MAX_TARGET = 1 << 20,
  DCIAUTH_MAX_HEADERS = 16384,
  DCIAUTH_MAX_HEADER_NAME = 1024,
  DCIAUTH_MAX_HEADER_VALUE = 1 << 20,
  DCIAUTH_MAX_SIGNED_HEADERS = 1 << 20, /* the SignedHeaders list, in bytes */
  DCIAUTH_MAX_ACCESS_KEY = 128,
  DCIAUTH_MAX_SECRET = 4096,
  DCIAUTH_MAX_SESSION_TOKEN = 16384,
  DCIAUTH_MAX_SCOPE_PART = 64, /* algorithm, region, service, terminator */
  DCIAUTH_MAX_PAYLOAD_HASH = 64
};

/* ---- Bytes ----------------------------------------------------------------------------------- */

/* dciauth_span is a borrowed run of bytes, passed by value. */
typedef struct {
  const uint8_t *ptr;
  size_t len;
} dciauth_span;

/* dciauth_bytes makes a span of len bytes at ptr. */
static inline dciauth_span dciauth_bytes(const void *ptr, size_t len) {
  dciauth_span s = {(const uint8_t *)ptr, len};
  return s;
}

/* dciauth_str makes a span of a NUL-terminated string, without the NUL: dciauth_str("ab") has
 * len 2. */
static inline dciauth_span dciauth_str(const char *text) {
  return dciauth_bytes(text, strlen(text));
}

/* dciauth_pair is a name with its value: a header line or a query argument. */
typedef struct {
  dciauth_span name, value;
} dciauth_pair;

/* dciauth_work is the block that a call writes to, of any alignment. */
typedef struct {
  void *ptr;
  size_t len;
} dciauth_work;

/* ---- Errors ---------------------------------------------------------------------------------- */

/* DCIAUTH_STATUS_LIST names every status: X(identifier, class, text). The class is the word used in
 * test vectors. From MALFORMED_METHOD on, the order is the order in which dciauth_verify checks:
 * parse, freshness, scope, identity, signature; LIMIT_EXCEEDED comes where the field is read. */
#define DCIAUTH_STATUS_LIST(X)                                                                     \
  X(ARGUMENT, "argument", "an argument of the call is missing or does not go with the dialect")    \
  X(SPACE, "space", "the work block is too small")                                                 \
  X(CRYPTO, "crypto", "the cryptographic library failed")                                          \
  X(MALFORMED_METHOD, "malformed-method", "the method is not a token")                             \
  X(MALFORMED_URI, "malformed-uri", "the path of the request target is malformed")                 \
  X(MALFORMED_QUERY, "malformed-query", "the query of the request target is malformed")            \
  X(DUPLICATE_QUERY_PARAM, "duplicate-query-param", "a query key is repeated")                     \
  X(MALFORMED_HEADER, "malformed-header", "a header is malformed")                                 \
  X(DUPLICATE_HOST, "duplicate-host", "there is more than one Host header")                        \
  X(RESERVED_HEADER, "reserved-header", "a header that the signer adds itself is present")         \
  X(LIMIT_EXCEEDED, "limit-exceeded", "a field is longer than its limit")                          \
  X(NO_AUTH, "no-auth", "there is no Authorization header")                                        \
  X(MULTIPLE_AUTH, "multiple-auth", "the request is authenticated in more than one way")           \
  X(DUPLICATE_AUTHORIZATION, "duplicate-authorization",                                            \
    "there is more than one Authorization header")                                                 \
  X(BAD_ALGORITHM, "bad-algorithm", "the algorithm is not the dialect's")                          \
  X(MALFORMED_AUTH_HEADER, "malformed-auth-header", "the Authorization header is malformed")       \
  X(MISSING_AUTH_PARAM, "missing-auth-param", "Credential, SignedHeaders or Signature is missing") \
  X(DUPLICATE_AUTH_PARAM, "duplicate-auth-param",                                                  \
    "Credential, SignedHeaders or Signature is repeated")                                          \
  X(MALFORMED_CREDENTIAL, "malformed-credential",                                                  \
    "the access key or the credential scope is malformed")                                         \
  X(SIGNED_HEADERS_MALFORMED, "signed-headers-malformed",                                          \
    "the list of signed headers is malformed")                                                     \
  X(SIGNATURE_MALFORMED, "signature-malformed", "the signature is not 64 lower-case hex digits")   \
  X(HOST_NOT_SIGNED, "host-not-signed", "the Host header is not signed")                           \
  X(HEADER_NOT_SIGNED, "header-not-signed", "a header that must be signed is not")                 \
  X(SIGNED_HEADER_MISSING, "signed-header-missing", "a signed header is not in the request")       \
  X(MISSING_DATE, "missing-date", "there is no date header")                                       \
  X(DUPLICATE_DATE, "duplicate-date", "there is more than one date header")                        \
  X(MALFORMED_DATE, "malformed-date", "the time is not of the form YYYYMMDDTHHMMSSZ")              \
  X(SKEWED_PAST, "skewed-past", "the request is too old")                                          \
  X(SKEWED_FUTURE, "skewed-future", "the request is dated in the future")                          \
  X(SCOPE_DATE_MISMATCH, "scope-date-mismatch",                                                    \
    "the date of the credential scope is not the request's")                                       \
  X(SCOPE_REGION, "scope-region", "the region of the credential scope is not the one expected")    \
  X(SCOPE_SERVICE, "scope-service", "the service of the credential scope is not the one expected") \
  X(SCOPE_TERMINATOR, "scope-terminator",                                                          \
    "the last part of the credential scope is not the dialect's")                                  \
  X(UNKNOWN_KEY, "unknown-key", "the access key is not known")                                     \
  X(TOKEN_MISSING, "token-missing", "the key needs a session token")                               \
  X(TOKEN_UNEXPECTED, "token-unexpected", "the key takes no session token")                        \
  X(TOKEN_INVALID, "token-invalid", "the session token is not the key's")                          \
  X(PAYLOAD_HASH_MISSING, "payload-hash-missing", "the payload hash header is missing")            \
  X(PAYLOAD_HASH_INVALID, "payload-hash-invalid",                                                  \
    "the payload hash is neither 64 lower-case hex digits nor a literal")                          \
  X(UNSIGNED_PAYLOAD_FORBIDDEN, "unsigned-payload-forbidden", "the payload must be signed")        \
  X(PAYLOAD_MODE_NOT_ALLOWED, "payload-mode-not-allowed", "this payload literal is not supported") \
  X(PAYLOAD_HASH_MISMATCH, "payload-hash-mismatch", "the payload is not the one that was hashed")  \
  X(SIGNATURE_MISMATCH, "signature-mismatch", "the signature is not that of this request")

/* dciauth_status is 0 for success, else the first error met. */
typedef enum {
  DCIAUTH_OK = 0,
#define DCIAUTH_X(id, word, text) DCIAUTH_E_##id,
  DCIAUTH_STATUS_LIST(DCIAUTH_X)
#undef DCIAUTH_X
      DCIAUTH_NUM_STATUS
} dciauth_status;

/* dciauth_status_class returns the vector word of a status: "ok", "header-not-signed"; "unknown"
 * outside the list. */
DCIAUTH_API const char *dciauth_status_class(dciauth_status status);

/* dciauth_status_text returns one sentence for operators' logs, without a full stop. To a client
 * say no more than dciauth_refusal(), whatever the reason. */
DCIAUTH_API const char *dciauth_status_text(dciauth_status status);

/* dciauth_refusal returns the one text that a server may show to the client whose request was
 * refused. */
DCIAUTH_API const char *dciauth_refusal(void);

/* dciauth_field says which input an error is about. */
#define DCIAUTH_FIELD_LIST(X)                                                                      \
  X(NONE, "none")                                                                                  \
  X(METHOD, "method")                                                                              \
  X(TARGET, "target")                                                                              \
  X(HEADER_NAME, "header-name")                                                                    \
  X(HEADER_VALUE, "header-value")                                                                  \
  X(HEADERS, "headers") /* the headers as a whole: one is missing */                               \
  X(BODY, "body")                                                                                  \
  X(PAYLOAD_HASH, "payload-hash")                                                                  \
  X(ACCESS_KEY, "access-key")                                                                      \
  X(SECRET_KEY, "secret-key")                                                                      \
  X(SESSION_TOKEN, "session-token")                                                                \
  X(ALGORITHM, "algorithm")                                                                        \
  X(TIMESTAMP, "timestamp")                                                                        \
  X(DATESTAMP, "datestamp")                                                                        \
  X(REGION, "region")                                                                              \
  X(SERVICE, "service")                                                                            \
  X(TERMINATOR, "terminator")                                                                      \
  X(SIGNED_HEADERS, "signed-headers")                                                              \
  X(POLICY, "policy")

typedef enum {
#define DCIAUTH_X(id, word) DCIAUTH_FIELD_##id,
  DCIAUTH_FIELD_LIST(DCIAUTH_X)
#undef DCIAUTH_X
      DCIAUTH_NUM_FIELDS
} dciauth_field;

/* dciauth_field_name returns the word of a field: "header-value"; "unknown" outside the list. */
DCIAUTH_API const char *dciauth_field_name(dciauth_field field);

/* dciauth_where points at the byte an error is about: `index` counts headers or parameters where
 * the field has many, `offset` counts bytes in the field as the caller gave it. A missing or
 * over-long field has the offset of its end or of the first byte too many. */
typedef struct {
  dciauth_field field;
  size_t index, offset;
} dciauth_where;

/* ---- Dialects -------------------------------------------------------------------------------- */

/* dciauth_profile is one row of the table of dialects, constant and shared. */
typedef struct dciauth_profile dciauth_profile;

/* dciauth_profile_find returns the row with that name, or NULL: "aws4", "aws4-raw", "aws4-s3",
 * "dci2", "dci2-v2", "dci2-v2.1", "dci-aws4", "dci1". */
DCIAUTH_API const dciauth_profile *dciauth_profile_find(dciauth_span name);

/* dciauth_profile_at returns row i of the table, or NULL past its end. */
DCIAUTH_API const dciauth_profile *dciauth_profile_at(size_t i);

/* dciauth_rule is one column of a row: its name, and its value in words or as a number. */
typedef struct {
  const char *column;
  const char *text; /* NULL: the value is `number`; "": the column does not apply */
  int number;
} dciauth_rule;

/* dciauth_profile_rule returns column i of a row: {"path", "normalise-encode", 0}; a NULL column
 * past the last one. The first column is "name". */
DCIAUTH_API dciauth_rule dciauth_profile_rule(const dciauth_profile *profile, size_t i);

/* dciauth_own_profile is a row of the caller's own; or, if it is NULL, the index of the rule that
 * is wrong: num_rules if each is right alone, but not together. */
typedef struct {
  const dciauth_profile *profile;
  size_t wrong;
} dciauth_own_profile;

/* dciauth_profile_bound returns a size of work that is always enough for dciauth_profile_make. */
DCIAUTH_API size_t dciauth_profile_bound(const dciauth_rule *rules, size_t num_rules);

/* dciauth_profile_make makes a row for a dialect that is not in the table: `base` with the columns
 * of `rules` in place of its own, each named and worded as dciauth_profile_rule does it. The row
 * lies in `work`, with copies of the texts, and is good as long as that; it is constant, and may be
 * shared. Errors: ARGUMENT (see out->wrong: no such column or word, a text of more than 255 bytes
 * or of bytes that cannot stand there, a number out of range; together: no algorithm, no date
 * header, the same one twice, a payload that needs a header without one, a terminator or a bare
 * Authorization that does not go with the scope), SPACE. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_profile_make(const dciauth_profile *base,
                                                                 const dciauth_rule *rules,
                                                                 size_t num_rules,
                                                                 dciauth_work work,
                                                                 dciauth_own_profile *out);

/* ---- Requests and keys ----------------------------------------------------------------------- */

/* dciauth_request is a request as it crosses the wire. */
typedef struct {
  dciauth_span method;
  dciauth_span
      target; /* path and query in origin-form, "/a?b=c"; the dci rows take absolute-form too */
  const dciauth_pair *headers;
  size_t num_headers;
  dciauth_span body;
  dciauth_span payload_hash; /* not empty: stands for the hash of body. Signing takes 64 lower-case
                                hex digits or, where the dialect has them, a literal such as
                                "UNSIGNED-PAYLOAD"; verifying takes hex only */
} dciauth_request;

/* dciauth_scope is what a key is derived for, beside the secret. Empty algorithm, region, service
 * and terminator stand for the row's, where the row has one. */
typedef struct {
  dciauth_span algorithm, date, region, service, terminator;
} dciauth_scope;

/* dciauth_key is a signing key, ready to sign: a value to copy, keep and wipe; it holds no pointer.
 */
typedef struct {
  uint64_t opaque[28];
} dciauth_key;

/* dciauth_key_derive derives the signing key of a secret for a scope, by the row's chain. The same
 * key serves a whole day of requests. Errors: ARGUMENT (empty secret, no region), LIMIT_EXCEEDED,
 * MALFORMED_CREDENTIAL (a part holds a byte that a scope cannot carry), BAD_ALGORITHM or
 * SCOPE_TERMINATOR (not this row's), MALFORMED_DATE, CRYPTO. `*out` is zeroed on error. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_key_derive(const dciauth_profile *profile,
                                                               dciauth_span secret,
                                                               const dciauth_scope *scope,
                                                               dciauth_key *out);

/* dciauth_key_wipe overwrites a key. */
DCIAUTH_API void dciauth_key_wipe(dciauth_key *key);

/* ---- Stages ---------------------------------------------------------------------------------- */

/* dciauth_stages is what signing computes on its way, in order. Never a key and never a signature.
 * The first five are parts of canonical_request. */
typedef struct {
  dciauth_span path, query, headers, signed_headers, payload_hash;
  dciauth_span canonical_request, scope, string_to_sign;
} dciauth_stages;

/* dciauth_text is the result of a stage that runs alone. */
typedef struct {
  dciauth_span text;
  dciauth_where where;
} dciauth_text;

/* dciauth_path_bound returns a size of work that is always enough for dciauth_canon_path. */
DCIAUTH_API size_t dciauth_path_bound(const dciauth_profile *profile, dciauth_span path);

/* dciauth_canon_path writes the canonical path of the path part of a target (no '?'). "/a//./b%20c"
 * gives "/a/b%2520c" in aws4, "/a//./b%2520c" in aws4-raw, "/a//./b%20c" in aws4-s3 and
 * "/a//./b c" in dci2. Errors: MALFORMED_URI. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_canon_path(const dciauth_profile *profile,
                                                               dciauth_span path, dciauth_work work,
                                                               dciauth_text *out);

/* dciauth_query_bound returns a size of work that is always enough for dciauth_canon_query. */
DCIAUTH_API size_t dciauth_query_bound(const dciauth_profile *profile, dciauth_span query);

/* dciauth_canon_query writes the canonical query of the part after the first '?'. "b=2&a=%7e&c"
 * gives "a=~&b=2&c=". Errors: MALFORMED_QUERY, DUPLICATE_QUERY_PARAM. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_canon_query(const dciauth_profile *profile,
                                                                dciauth_span query,
                                                                dciauth_work work,
                                                                dciauth_text *out);

/* dciauth_headers is the canonical headers with their list. */
typedef struct {
  dciauth_span headers;        /* "name:value" and a line feed, for each signed header */
  dciauth_span signed_headers; /* "host;my-header" */
  dciauth_where where;
} dciauth_headers;

/* dciauth_headers_bound returns a size of work that is always enough for dciauth_canon_headers. */
DCIAUTH_API size_t dciauth_headers_bound(const dciauth_profile *profile,
                                         const dciauth_pair *headers, size_t num_headers,
                                         dciauth_span signed_headers);

/* dciauth_canon_headers writes the canonical form of the header lines that `signed_headers` names,
 * or of the row's default_signed if it is empty. {"My-Header", " a   b "} gives "my-header:a b" in
 * the aws rows. Errors: MALFORMED_HEADER, LIMIT_EXCEEDED, SIGNED_HEADERS_MALFORMED,
 * SIGNED_HEADER_MISSING. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_canon_headers(
    const dciauth_profile *profile, const dciauth_pair *headers, size_t num_headers,
    dciauth_span signed_headers, dciauth_work work, dciauth_headers *out);

/* dciauth_payload_hash writes the last line of the canonical request: payload_hash if the request
 * has one, else 64 hex digits of body. Needs 64 bytes of work. Errors: PAYLOAD_HASH_INVALID,
 * PAYLOAD_MODE_NOT_ALLOWED, LIMIT_EXCEEDED, CRYPTO. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_payload_hash(const dciauth_profile *profile,
                                                                 const dciauth_request *request,
                                                                 dciauth_work work,
                                                                 dciauth_text *out);

/* dciauth_string_to_sign runs the second stage on a canonical request of any origin, so that a
 * stage can be tested on the expected output of the one before: four lines, the last the hash of
 * canonical_request. Needs the lengths of timestamp and scope parts, plus 512 bytes of work.
 * scope->date empty: the date of the timestamp. Errors: as dciauth_key_derive. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_string_to_sign(
    const dciauth_profile *profile, const dciauth_scope *scope, dciauth_span timestamp,
    dciauth_span canonical_request, dciauth_work work, dciauth_text *out);

/* dciauth_signature runs the last stage: 64 lower-case hex digits, no NUL. Errors: ARGUMENT (a
 * zeroed key), CRYPTO; then `out` is zeroed. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_signature(const dciauth_key *key,
                                                              dciauth_span string_to_sign,
                                                              char out[64]);

/* dciauth_timestamp_format writes the second `unix_time` as "20150830T123600Z" and a NUL. Returns
 * false, and writes "", before the year 1 and after 9999. */
DCIAUTH_API DCIAUTH_MUST_USE bool dciauth_timestamp_format(int64_t unix_time, char out[17]);

/* dciauth_timestamp_parse reads exactly YYYYMMDDTHHMMSSZ: a real date of the years 1 to 9999, no
 * leap second. On failure returns false and the offset of the first byte that is wrong:
 * "20150230T000000Z" gives 6, a missing Z gives 15, a byte too many 16. */
DCIAUTH_API DCIAUTH_MUST_USE bool dciauth_timestamp_parse(dciauth_span text, int64_t *unix_time,
                                                          size_t *offset);

/* ---- Sign ------------------------------------------------------------------------------------ */

/* dciauth_sign_params is what a signature is made for, beside the request. */
typedef struct {
  dciauth_span access_key;
  dciauth_span timestamp;       /* YYYYMMDDTHHMMSSZ */
  dciauth_span region, service; /* empty: the row's default, where it has one */
  dciauth_span session_token;   /* not empty: becomes a signed header */
  /* names joined by ';', in any order where the row sorts them; in the aws rows host and every
   * header that the signer adds must be among them; empty: the row's default_signed */
  dciauth_span signed_headers;
  dciauth_span algorithm, terminator,
      datestamp; /* rows whose constants are the caller's; else leave empty */
} dciauth_sign_params;

/* dciauth_signed is a signature with everything that led to it. */
typedef struct {
  dciauth_stages stages;
  dciauth_span signature;     /* 64 hex digits */
  dciauth_span authorization; /* the value of the Authorization header */
  dciauth_pair added[4];      /* the headers to add to the request, Authorization last */
  size_t num_added;
  dciauth_where where;
} dciauth_signed;

/* dciauth_sign_bound returns a size of work that is always enough for one call. It is arithmetic on
 * lengths, not a dry run; SIZE_MAX if the request cannot be signed in any memory. */
DCIAUTH_API size_t dciauth_sign_bound(const dciauth_profile *profile,
                                      const dciauth_request *request,
                                      const dciauth_sign_params *params);

/* dciauth_sign signs a request. The key must have been derived for the same date, region and
 * service; that is not checked, and another key makes a signature that nobody accepts. Errors:
 * those of the stages, ARGUMENT (a zeroed key), HOST_NOT_SIGNED, HEADER_NOT_SIGNED,
 * SIGNED_HEADER_MISSING, RESERVED_HEADER, LIMIT_EXCEEDED, PAYLOAD_HASH_INVALID,
 * PAYLOAD_MODE_NOT_ALLOWED, PAYLOAD_HASH_MISMATCH. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_sign(const dciauth_profile *profile,
                                                         const dciauth_request *request,
                                                         const dciauth_sign_params *params,
                                                         const dciauth_key *key, dciauth_work work,
                                                         dciauth_signed *out);

/* dciauth_canonicalize is dciauth_sign without a key: it fills the stages up to string_to_sign and
 * leaves signature, authorization and added empty. Same bound, same errors. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_canonicalize(const dciauth_profile *profile,
                                                                 const dciauth_request *request,
                                                                 const dciauth_sign_params *params,
                                                                 dciauth_work work,
                                                                 dciauth_signed *out);

/* ---- Verify ---------------------------------------------------------------------------------- */

/* dciauth_claim is what an Authorization header says of itself, before anything is believed. */
typedef struct {
  dciauth_span algorithm, access_key, date, region, service, terminator;
  dciauth_span
      scope; /* date to terminator, as written; "dci1" writes none, and dciauth_verify takes
                         the date from the date header */
  dciauth_span signed_headers, signature;
} dciauth_claim;

/* dciauth_parse_authorization reads the value of an Authorization header, without cryptography:
 * every span of the claim lies in `value`. Errors: BAD_ALGORITHM, MALFORMED_AUTH_HEADER,
 * MISSING_AUTH_PARAM, DUPLICATE_AUTH_PARAM, MALFORMED_CREDENTIAL, SIGNED_HEADERS_MALFORMED,
 * SIGNATURE_MALFORMED, LIMIT_EXCEEDED; `where->offset` counts in value.
 */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_parse_authorization(
    const dciauth_profile *profile, dciauth_span value, dciauth_claim *out, dciauth_where *where);

/* dciauth_credential is what the application knows of an access key: the secret, or a key that was
 * derived from it, which is good for the claim's scope and nothing else. One with neither counts as
 * unknown. */
typedef struct {
  dciauth_span secret_key;
  dciauth_span session_token; /* empty: a permanent key */
  const dciauth_key
      *key; /* not NULL: the signing key of this secret for the claim's scope, kept from earlier */
  dciauth_key *room; /* set before the call: a place to copy `key` to, which is wiped after use */
} dciauth_credential;

/* dciauth_lookup finds the credential of a claim, by the principal in access_key and by the scope:
 * returns false if the access key is not known. The claim is not verified yet; date, region and
 * service have passed the policy. A request with an unknown key, or with a session token that is
 * not the key's, is verified to the end all the same, so that the answer comes no sooner than for a
 * wrong signature; the secret or key that a failing look-up leaves in `out` serves for that, or one
 * of the library's, with a secret of 40 bytes, and is never believed. */
typedef bool (*dciauth_lookup)(void *arg, const dciauth_claim *claim, dciauth_credential *out);

/* dciauth_repeat says what a repeated query key means. */
typedef enum {
  DCIAUTH_REPEAT_ROW, /* the row's rule: aws rows keep every value, signed; dci rows refuse */
  DCIAUTH_REPEAT_REFUSE,
  DCIAUTH_REPEAT_FIRST /* only the first value counts: what a server built on a dictionary sees */
} dciauth_repeat;

/* DCIAUTH_ALLOW_*: what a policy lets pass that the strict one, 0, refuses.
 *  - UNSIGNED_PAYLOAD: "UNSIGNED-PAYLOAD" for the hash of the body; view.body_covered says so.
 *  - ANY_SCOPE: any scope date, region, service and terminator, signed so.
 *  - UNCOVERED: host, date and the dialect's headers may be unsigned.
 *  - LOOSE_SYNTAX: Authorization, with any algorithm and any order of signed headers, and the date
 *    are read as python-dciauth reads them, in the generation that the row says (loose_reading); of
 *    repeated headers the last counts. What the others say of Authorization does not matter then.
 *    The target may hold raw blanks and controls and, where the row decodes the path, escaped ones
 *    and an escaped slash, which leave in view.path no trace of which they were.
 *  - ANY_REGION, ANY_SERVICE, ANY_SCOPE_DATE: that part of the scope may be any, signed so. A key
 *    that was derived for a day then signs for ever.
 *  - HTTP_DATE: where the dialect's date header is absent, Date stands for it, which must be signed
 *    and read "Sun, 30 Aug 2015 12:36:00 GMT".
 *  - NO_PAYLOAD_HEADER: where the row requires a payload hash header and there is none, the body is
 *    hashed.
 *  - UPPER_PAYLOAD_HASH: that header may have digits in upper case, signed so.
 *  - UPPER_SIGNATURE: the signature may, too.
 *  - BLANKS: in Authorization any blanks and tabs behind the algorithm and on both sides of commas,
 *    and a comma at the end; none is needed there where the row has one.
 *  - UNKNOWN_PARAMS: parameters of Authorization that are not known are passed over.
 *  - REPEATED_PARAMS: of a parameter that is repeated the last one counts.
 *  - ANY_NAMES: the list of signed headers may be in any order, and in upper case where the row
 *    sorts it; it is read as a signer's list is.
 *  - SPARE_TOKEN: a session token beside a permanent key is not looked at. */
enum {
  DCIAUTH_ALLOW_UNSIGNED_PAYLOAD = 1 << 0,
  DCIAUTH_ALLOW_ANY_SCOPE = 1 << 1,
  DCIAUTH_ALLOW_UNCOVERED = 1 << 2,
  DCIAUTH_ALLOW_LOOSE_SYNTAX = 1 << 3,
  DCIAUTH_ALLOW_ANY_REGION = 1 << 4,
  DCIAUTH_ALLOW_ANY_SERVICE = 1 << 5,
  DCIAUTH_ALLOW_ANY_SCOPE_DATE = 1 << 6,
  DCIAUTH_ALLOW_HTTP_DATE = 1 << 7,
  DCIAUTH_ALLOW_NO_PAYLOAD_HEADER = 1 << 8,
  DCIAUTH_ALLOW_UPPER_PAYLOAD_HASH = 1 << 9,
  DCIAUTH_ALLOW_UPPER_SIGNATURE = 1 << 10,
  DCIAUTH_ALLOW_BLANKS = 1 << 11,
  DCIAUTH_ALLOW_UNKNOWN_PARAMS = 1 << 12,
  DCIAUTH_ALLOW_REPEATED_PARAMS = 1 << 13,
  DCIAUTH_ALLOW_ANY_NAMES = 1 << 14,
  DCIAUTH_ALLOW_SPARE_TOKEN = 1 << 15
};

/* dciauth_seen says what the verifier is shown of a request.
 *  - WIRE: what crossed the wire.
 *  - WSGI: what an application in Flask has in its `request`, with Werkzeug's server in front: the
 *    path decoded once, "?" and line feeds included, behind one slash for all at its start, without
 *    a fragment; the method in upper case; header lines of one name joined by ',', those with '_'
 *    in their names lost, bytes beyond ASCII as Latin-1; the body of a form, which the framework
 *    reads itself, empty. */
typedef enum { DCIAUTH_SEEN_WIRE, DCIAUTH_SEEN_WSGI } dciauth_seen;

/* DCIAUTH_NO_SKEW stands for a skew of 0 seconds: the date must be the second `now`. */
enum { DCIAUTH_NO_SKEW = -1 };

/* dciauth_limits is how much of a request a verifier looks at: one with more is refused with
 * DCIAUTH_E_LIMIT_EXCEEDED before anything else is found wrong with it, or, of Authorization, as
 * soon as that is read. 0 is the limit of the library, DCIAUTH_MAX_*; a limit above that is
 * DCIAUTH_E_ARGUMENT. */
typedef struct {
  size_t method, target;            /* bytes */
  size_t args;                      /* pairs in the query; 0: as many as the target holds */
  size_t headers;                   /* lines */
  size_t header_name, header_value; /* bytes of each */
  size_t body;                      /* bytes; 0: any number */
  size_t access_key;                /* bytes */
  size_t signed_headers;            /* bytes of the list */
} dciauth_limits;

/* dciauth_policy is what a verifier demands. Zero is strict, but region and service must be given
 * where the row has no default (else DCIAUTH_E_ARGUMENT). */
typedef struct {
  int64_t max_skew; /* seconds either way, inclusive; 0: the row's; none at all: DCIAUTH_NO_SKEW */
  dciauth_span region, service;  /* expected */
  const dciauth_span *must_sign; /* names, in any case, that must be there and signed, beside host,
                                    the date and the dialect's own */
  size_t num_must_sign;
  dciauth_repeat repeat;
  unsigned allow;            /* DCIAUTH_ALLOW_* */
  const dciauth_span *guard; /* lower-case names that must be signed if they are there, such as
                                "content-type"; "x-internal-*": every name that begins so. '_' in a
                                header's name counts as '-' */
  size_t num_guard;
  const dciauth_limits *limits; /* NULL: the library's */
  dciauth_seen view; /* WSGI: see there; work is dciauth_verify_wsgi_bound(), and dciauth_where
                        names the field alone */
} dciauth_policy;

/* dciauth_policy_python_dciauth returns the policy that gives python-dciauth's verdicts in its
 * rows, those on forgeries included: for comparing, not for a server. The row is the generation:
 * "dci2-v2.1" the functions of release 2.1.7, "dci2-v2" those of release 4, "dci2" and "dci-aws4"
 * the class FlaskHmacSignature of release 4, whose region and service are the policy's, "dci1" the
 * class Signature, of which `is_expired` is asked, too. Beneath Flask the view is WSGI. */
DCIAUTH_API dciauth_policy dciauth_policy_python_dciauth(void);

/* dciauth_view is the request as the application may use it. What the signature does not cover is
 * absent. `path` is the canonical path, %-decoded once: where the row encodes it once more (aws4),
 * that is the path as it was sent, else a decoded one. Decode no further. */
typedef struct {
  dciauth_span method;
  dciauth_span path;
  const dciauth_pair *args; /* decoded, in canonical order */
  size_t num_args;
  const dciauth_pair *headers; /* lower-case names, canonical values, in the order signed */
  size_t num_headers;
  bool body_covered;
} dciauth_view;

/* dciauth_verdict is a verifier's answer. `view` is zero unless `status` is DCIAUTH_OK. */
typedef struct {
  dciauth_status status; /* also returned */
  dciauth_where where;
  dciauth_claim claim;   /* claim.access_key is the principal presented */
  dciauth_stages stages; /* for operators and tests; the expected signature is never shown */
  dciauth_view view;
} dciauth_verdict;

/* dciauth_verify_bound returns a size of work that is always enough for one call. */
DCIAUTH_API size_t dciauth_verify_bound(const dciauth_profile *profile,
                                        const dciauth_request *request);

/* dciauth_verify_wsgi_bound is the same for a policy whose view is DCIAUTH_SEEN_WSGI. */
DCIAUTH_API size_t dciauth_verify_wsgi_bound(const dciauth_profile *profile,
                                             const dciauth_request *request);

/* dciauth_verify judges a request at the second `now` (Unix time) and returns DCIAUTH_OK only if it
 * is genuine, fresh, meant for this service and covers what the policy demands. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_verify(
    const dciauth_profile *profile, const dciauth_request *request, const dciauth_policy *policy,
    int64_t now, dciauth_lookup lookup, void *lookup_arg, dciauth_work work, dciauth_verdict *out);

/* ---- Keys kept by a server ------------------------------------------------------------------- */

/* dciauth_cache_slot is room for one key. Its members are the library's. */
typedef struct {
  uint8_t tag[32];
  dciauth_key key;
  uint32_t chain, head, next, newer, older;
} dciauth_cache_slot;

/* dciauth_cache keeps the signing keys of the requests that came last: a server derives the key of
 * a client once a day and region instead of once a request. It lies in memory of the caller's and
 * never grows; when all slots are taken, the key that was not used for the longest time is wiped
 * and makes room. A key is found by access key, scope and secret together, so that it never
 * outlives a secret that was replaced, and the secret itself is not kept. Its members are the
 * library's.
 *
 * There is no lock: of the calls with one cache only one may run at a time, so that a server with
 * threads gives each a cache of its own, or holds a lock around each call. Keys are copied out:
 * none of the caller's points into the cache. */
typedef struct {
  dciauth_cache_slot *slots;
  size_t num_slots, num_used, secret_len;
  uint32_t newest, oldest;
  dciauth_key nobody;
} dciauth_cache;

/* dciauth_cache_init makes an empty cache of `num_slots` slots, which must stay where they are.
 * Errors: ARGUMENT (no slots, or 2^32 - 1 and more), CRYPTO. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_cache_init(dciauth_cache *cache,
                                                               dciauth_cache_slot *slots,
                                                               size_t num_slots);

/* dciauth_cache_key copies the signing key of a secret for the scope of a claim to `out`, from the
 * cache or derived and kept: for a look-up, with `out` its `room`. An empty secret stands for an
 * access key that is not known: UNKNOWN_KEY, and `out` is the key of nobody, found in the time of
 * one that is kept; the look-up must then return false, since everybody can sign with that key, as
 * after any other error. Errors: UNKNOWN_KEY; LIMIT_EXCEEDED, CRYPTO, and then `out` is zeroed. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_cache_key(dciauth_cache *cache,
                                                              const dciauth_profile *profile,
                                                              const dciauth_claim *claim,
                                                              dciauth_span secret,
                                                              dciauth_key *out);

/* dciauth_cache_clear wipes every key: at the end of the program, or when keys must be forgotten.
 * The cache can be used again. */
DCIAUTH_API void dciauth_cache_clear(dciauth_cache *cache);

/* ---- The three calls of python-dciauth ------------------------------------------------------- */

/* The three calls take a row of the package's functions: "dci2-v2.1" for release 2.1.7, "dci2-v2"
 * for release 4. Any other row is DCIAUTH_E_ARGUMENT. */

/* dciauth_dci_request is python-dciauth's request dictionary. An empty span stands for an absent
 * key, with the default in the comment. */
typedef struct {
  dciauth_span method;   /* GET */
  dciauth_span endpoint; /* "/"; an absolute URL too; decoded once in "dci2-v2", else verbatim */
  const dciauth_pair *params; /* decoded, UTF-8, each name once */
  size_t num_params;
  dciauth_span data;      /* the body; json.dumps of a payload is the caller's */
  dciauth_span host;      /* api.distributed-ci.io */
  dciauth_span algorithm; /* DCI2-HMAC-SHA256 */
  dciauth_span region, service, request_type; /* BHS3, api, dci2_request */
  dciauth_span signed_headers;                /* host;x-dci-date */
  dciauth_span timestamp, datestamp;          /* each from `now` where absent */
  dciauth_span date_header;                   /* X-DCI-Date; "dci2-v2.1" knows no other */
  const dciauth_pair *canonical_headers;      /* NULL: host and x-dci-date */
  size_t num_canonical_headers;
} dciauth_dci_request;

/* dciauth_dci_headers is what generate_headers returns: the date header and Authorization, or
 * nothing if a credential is empty. */
typedef struct {
  dciauth_pair headers[2];
  size_t num_headers; /* 2 or 0 */
  dciauth_stages stages;
  dciauth_span signature;
  dciauth_where where;
} dciauth_dci_headers;

/* dciauth_dci_bound returns a size of work that is always enough for dciauth_generate_headers with
 * this access key. */
DCIAUTH_API size_t dciauth_dci_bound(const dciauth_profile *profile,
                                     const dciauth_dci_request *request, dciauth_span access_key);

/* dciauth_generate_headers is generate_headers(request, {access_key, secret_key}) at the second
 * `now`. Errors: ARGUMENT (another row); SPACE; SIGNED_HEADER_MISSING where Python raises
 * KeyError; DUPLICATE_QUERY_PARAM; LIMIT_EXCEEDED; MALFORMED_QUERY for parameters that are not
 * UTF-8; MALFORMED_HEADER, MALFORMED_URI, MALFORMED_CREDENTIAL, MALFORMED_DATE for a raw NUL, CR
 * or LF, which Python signs. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_generate_headers(
    const dciauth_profile *profile, const dciauth_dci_request *request, dciauth_span access_key,
    dciauth_span secret_key, int64_t now, dciauth_work work, dciauth_dci_headers *out);

/* dciauth_parsed_headers is what parse_headers returns. Pass it on as it came: client_type and
 * client_id lie side by side in the header. */
typedef struct {
  bool present; /* false where Python returns None */
  dciauth_span host, algorithm, client_type, client_id, datestamp, region, service, request_type;
  dciauth_span signed_headers, timestamp, signature;
  dciauth_span date_header;              /* "dci2-v2": the one that goes with request_type */
  const dciauth_pair *canonical_headers; /* one for each name in signed_headers */
  size_t num_canonical_headers;
  dciauth_where where;
} dciauth_parsed_headers;

/* dciauth_parse_bound returns a size of work that is always enough for dciauth_parse_headers. */
DCIAUTH_API size_t dciauth_parse_bound(const dciauth_pair *headers, size_t num_headers);

/* dciauth_parse_headers is parse_headers(headers). The last of several headers of one name counts.
 * Errors: ARGUMENT (another row); MALFORMED_AUTH_HEADER (not four words) and
 * SIGNED_HEADER_MISSING, where Python raises; SIGNED_HEADERS_MALFORMED, MALFORMED_HEADER and
 * LIMIT_EXCEEDED, where it would go on; SPACE. */
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_parse_headers(const dciauth_profile *profile,
                                                                  const dciauth_pair *headers,
                                                                  size_t num_headers,
                                                                  dciauth_work work,
                                                                  dciauth_parsed_headers *out);

/* dciauth_is_valid is is_valid(request, {secret_key}, parsed) at the second `now`: only method,
 * endpoint, params and data of the request are used. DCIAUTH_OK is (True, "");
 * dciauth_is_valid_message() gives the text of the others. Work: dciauth_is_valid_bound(). */
DCIAUTH_API size_t dciauth_is_valid_bound(const dciauth_profile *profile,
                                          const dciauth_dci_request *request,
                                          const dciauth_parsed_headers *parsed);
DCIAUTH_API DCIAUTH_MUST_USE dciauth_status dciauth_is_valid(const dciauth_profile *profile,
                                                             const dciauth_dci_request *request,
                                                             dciauth_span secret_key,
                                                             const dciauth_parsed_headers *parsed,
                                                             int64_t now, dciauth_work work);

/* dciauth_is_valid_message returns python-dciauth's text for a status of dciauth_is_valid: "",
 * "headers are malformated", "signature is expired" or "signature is invalid"; NULL where Python
 * raises instead, and for ARGUMENT. */
DCIAUTH_API const char *dciauth_is_valid_message(dciauth_status status);

/* dciauth_dci_message returns what the generation of python-dciauth that goes with the row says to
 * its application, word for word, where dciauth_verify with dciauth_policy_python_dciauth() returns
 * that status: "signature is invalid" of the functions is "signature invalid" of the class, and
 * "Credential invalid" is the text of an exception. "" for DCIAUTH_OK. NULL where the package
 * raises an exception of Python's, where it is not the one that decides (UNKNOWN_KEY), in "dci1",
 * whose answers are True and False, and in rows that are not the package's. It is for comparing and
 * for logs: it tells a forger how far a request came. For a client there is dciauth_refusal(),
 * which says the same of every reason. */
DCIAUTH_API const char *dciauth_dci_message(const dciauth_profile *profile, dciauth_status status);

#ifdef __cplusplus
}
#endif
#endif
