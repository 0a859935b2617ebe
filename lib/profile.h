/* SPDX-License-Identifier: Apache-2.0 */
/* profile.h - the table of dialects. A dialect is a row; each column is a rule, and each rule is
 * read in one function: the one that its comment names. */
#ifndef DCIAUTH_PROFILE_H
#define DCIAUTH_PROFILE_H

#include "span.h"

typedef enum { METHOD_VERBATIM, METHOD_UPPER } method_rule; /* canonical.c: put_method */
typedef enum {
  PATH_NORMALISE_ENCODE,
  PATH_ENCODE,
  PATH_DECODE,
  PATH_AS_SENT
} path_rule; /* path.c: put_path, check_decoded_path; verify.c: fill_view */
typedef enum {
  TARGET_ORIGIN,
  TARGET_ORIGIN_OR_ABSOLUTE
} target_rule;                                           /* path.c: check_path, pairs.c: is_bad */
typedef enum { ESCAPE_REFUSE, ESCAPE_KEEP } escape_rule; /* path.c: check_path, pairs.c: is_bad */
typedef enum { ORDER_ENCODED_PAIRS, ORDER_DECODED_NAMES } order_rule; /* query.c: sort_args */
typedef enum { PLUS_LITERAL, PLUS_BLANK } plus_rule;                  /* token.c: decode_token */
typedef enum { UTF8_OCTETS, UTF8_REPLACE } utf8_rule;                 /* token.c: decode_token */
typedef enum { BLANK_PERCENT_20, BLANK_PLUS } blank_rule;             /* token.c: encode_token */
typedef enum { ARGS_KEEP, ARGS_REFUSE } repeat_rule;                  /* query.c: repeat_of */
typedef enum {
  VALUE_TRIM_COLLAPSE, /* SP and TAB */
  VALUE_SPLIT,         /* the white space of Python's str.split */
  VALUE_AS_IS
} value_rule; /* value.c: blanks, is_canonical */
typedef enum {
  HEADERS_JOIN,
  HEADERS_REFUSE,
  HEADERS_LAST
} join_rule;                                              /* headers.c: headers_check, put_header */
typedef enum { NAMES_SORTED, NAMES_AS_GIVEN } names_rule; /* names.c: split_names */
typedef enum { COVERAGE_REQUIRED, COVERAGE_FREE } coverage_rule; /* sign.c: check_coverage */
typedef enum {
  HOST_SIGNED,
  HOST_FREE
} host_rule; /* sign.c: check_host, check_coverage; policy.c: policy_coverage */
typedef enum {
  CONSTANTS_FIXED,
  CONSTANTS_CALLER
} constants_rule; /* scope.c: scope_check; dci.c: is_dci_row */
typedef enum {
  SCOPE_FULL,
  SCOPE_DATE
} scope_rule; /* scope.c: scope_parts, scope_check, put_scope */
typedef enum {
  PREFIX_ALGORITHM, /* less "-HMAC-SHA256" */
  PREFIX_NONE,
  PREFIX_TEXT
} prefix_rule; /* key.c: key_prefix */
typedef enum {
  AUTHORIZATION_SCOPE,
  AUTHORIZATION_BARE  /* no scope in Credential, and a comma at the end */
} authorization_rule; /* authorization.c: put_authorization; claim.c: dciauth_parse_authorization */
typedef enum { SEPARATOR_COMMA, SEPARATOR_COMMA_BLANK } separator_rule; /* claim.c: next_param */
typedef enum {
  TERMINATOR_ANY,
  TERMINATOR_KNOWN
} terminator_rule; /* dci_parse.c: date_header_of; verify_loose.c: check_functions */
typedef enum {
  READING_FUNCTIONS, /* python-dciauth's parse_headers and is_valid */
  READING_CLASS,     /* FlaskHmacSignature */
  READING_V1         /* Signature of release 2.1.7 */
} reading_rule;      /* claim_loose.c, verify_loose.c; policy_date.c: find_date; dci_message.c */
typedef enum {
  PAYLOAD_BODY,
  PAYLOAD_HEADER_OPTIONAL,
  PAYLOAD_HEADER_REQUIRED
} payload_rule; /* payload.c */

/* header_name is a name as it is sent, and as lines are looked for. */
typedef struct {
  dciauth_span sent, lower;
} header_name;

/* A text is empty where a row has no such thing; a NUL stands behind each. */
struct dciauth_profile {
  const char *name;
  method_rule method;
  path_rule path;
  target_rule target_form;
  escape_rule path_escapes, query_escapes; /* '%' without two hex digits */
  order_rule query_order;
  plus_rule plus;     /* '+' in a query */
  utf8_rule bad_utf8; /* octets in a query that are no UTF-8 */
  blank_rule blank;   /* how a blank in a query is written */
  repeat_rule repeat; /* repeated query keys */
  value_rule header_value;
  join_rule header_repeat;
  names_rule signed_names;
  dciauth_span default_signed; /* "": every header */
  coverage_rule sign_coverage; /* whether signing insists on the host and the headers it adds */
  host_rule host;
  dciauth_span algorithm, terminator;
  constants_rule constants;
  terminator_rule terminators; /* that the three DCI calls read */
  scope_rule scope;            /* of the string to sign, and so of the key */
  prefix_rule key_prefix;      /* of the secret */
  dciauth_span key_prefix_text;
  authorization_rule authorization;
  int key_parts;              /* of the access key, joined by '/'; 0: any number */
  reading_rule loose_reading; /* what DCIAUTH_ALLOW_LOOSE_SYNTAX is */
  separator_rule separator;   /* between the parameters of Authorization, when verifying */
  header_name date_header, other_date_header; /* a request with both has two dates */
  header_name token_header;
  payload_rule payload;
  header_name payload_header;
  dciauth_span guarded_prefix;    /* headers that must be signed if present */
  dciauth_span query_auth_prefix; /* query keys that would be a second authentication */
  dciauth_span default_region, default_service, default_host;
  int max_skew; /* seconds */
};

#endif
