/* SPDX-License-Identifier: Apache-2.0 */
/* profile_rules.c - each column of a row in words, for reports, for profiles.json, and for rows of
 * the caller's own. */
#include "profile_rules.h"

#include <stddef.h>

#define MEMBER(member) offsetof(dciauth_profile, member)
#define WORD(column, member, ...)                                                                  \
  {                                                                                                \
    column, COLUMN_WORD, MEMBER(member), (const char *const[]) {                                   \
      __VA_ARGS__, NULL                                                                            \
    }                                                                                              \
  }
#define OTHER(column, kind, member)                                                                \
  { column, kind, MEMBER(member), NULL }

static const profile_column columns[] = {
    OTHER("name", COLUMN_NAME, name),
    WORD("method", method, "verbatim", "upper-case"),
    WORD("path", path, "normalise-encode", "encode", "decode", "as-sent"),
    WORD("target_form", target_form, "origin", "origin-or-absolute"),
    WORD("path_malformed_pct", path_escapes, "refuse", "keep"),
    WORD("query_malformed_pct", query_escapes, "refuse", "keep"),
    WORD("query_order", query_order, "encoded-pairs", "decoded-names"),
    WORD("plus", plus, "literal", "blank"),
    WORD("bad_utf8", bad_utf8, "octets", "replace"),
    WORD("blank", blank, "%20", "+"),
    WORD("repeat", repeat, "keep", "refuse"),
    WORD("header_value", header_value, "trim-collapse", "split", "as-is"),
    WORD("header_repeat", header_repeat, "join", "refuse", "last"),
    WORD("signed_names", signed_names, "sorted", "as-given"),
    OTHER("default_signed", COLUMN_TEXT, default_signed),
    WORD("sign_coverage", sign_coverage, "required", "free"),
    WORD("host", host, "signed", "free"),
    OTHER("algorithm", COLUMN_TEXT, algorithm),
    OTHER("terminator", COLUMN_TEXT, terminator),
    WORD("constants", constants, "fixed", "caller"),
    WORD("terminators", terminators, "any", "known"),
    WORD("scope", scope, "date/region/service/terminator", "date"),
    WORD("key_prefix", key_prefix, "algorithm", "none", "text"),
    OTHER("key_prefix_text", COLUMN_TEXT, key_prefix_text),
    WORD("authorization", authorization, "scope", "bare"),
    OTHER("credential_parts", COLUMN_PARTS, key_parts),
    WORD("loose_reading", loose_reading, "functions", "class", "version-1"),
    WORD("separator", separator, "comma", "comma-blank"),
    OTHER("date_header", COLUMN_HEADER, date_header),
    OTHER("other_date_header", COLUMN_HEADER, other_date_header),
    OTHER("token_header", COLUMN_HEADER, token_header),
    WORD("payload", payload, "body", "header-optional", "header-required"),
    OTHER("payload_header", COLUMN_HEADER, payload_header),
    OTHER("guarded_prefix", COLUMN_TEXT, guarded_prefix),
    OTHER("query_auth_prefix", COLUMN_TEXT, query_auth_prefix),
    OTHER("default_region", COLUMN_TEXT, default_region),
    OTHER("default_service", COLUMN_TEXT, default_service),
    OTHER("default_host", COLUMN_TEXT, default_host),
    OTHER("max_skew", COLUMN_NUMBER, max_skew),
};

const profile_column *profile_column_at(size_t i) {
  return i < sizeof columns / sizeof columns[0] ? &columns[i] : NULL;
}

int parts_of_scope(const dciauth_profile *p) {
  return p->authorization == AUTHORIZATION_SCOPE ? 4 : 0;
}

static int number_at(const void *member) {
  int number;
  memcpy(&number, member, sizeof number);
  return number;
}

/* A text of a row has a NUL behind it. */
static dciauth_rule text(const profile_column *column, dciauth_span value) {
  return (dciauth_rule){column->name, (const char *)value.ptr, 0};
}

dciauth_rule dciauth_profile_rule(const dciauth_profile *p, size_t i) {
  const profile_column *column = profile_column_at(i);
  if (column == NULL) {
    return (dciauth_rule){NULL, NULL, 0};
  }
  const void *member = (const uint8_t *)p + column->offset;
  switch (column->kind) {
  case COLUMN_NAME: return (dciauth_rule){column->name, p->name, 0};
  case COLUMN_WORD: return (dciauth_rule){column->name, column->words[number_at(member)], 0};
  case COLUMN_TEXT: return text(column, *(const dciauth_span *)member);
  case COLUMN_HEADER: return text(column, ((const header_name *)member)->sent);
  case COLUMN_PARTS:
    return (dciauth_rule){column->name, NULL,
                          p->key_parts == 0 ? 0 : p->key_parts + parts_of_scope(p)};
  default: return (dciauth_rule){column->name, NULL, number_at(member)};
  }
}
