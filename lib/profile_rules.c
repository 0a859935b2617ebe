/* SPDX-License-Identifier: Apache-2.0 */
/* profile_rules.c - each column of a row in words, for reports and for profiles.json. */
#include "profile.h"

static dciauth_rule text(const char *column, const char *value) {
  dciauth_rule rule = {column, value, 0};
  return rule;
}

/* span hands out a text of a row, which has a NUL behind it. */
static dciauth_rule span(const char *column, dciauth_span value) {
  return text(column, (const char *)value.ptr);
}

static dciauth_rule number(const char *column, int value) {
  dciauth_rule rule = {column, NULL, value};
  return rule;
}

static const char *escape_word(escape_rule rule) {
  return rule == ESCAPE_REFUSE ? "refuse" : "keep";
}

/* The parts of Credential: the access key's, and the scope's where it stands there; 0: any number.
 */
static int credential_parts(const dciauth_profile *p) {
  int scope = p->authorization == AUTHORIZATION_SCOPE ? 4 : 0;
  return p->key_parts == 0 ? 0 : p->key_parts + scope;
}

/* WORD picks the word of an enum value; the words stand in the order of the enum in profile.h. */
#define WORD(value, ...) ((const char *const[]){__VA_ARGS__}[value])

static dciauth_rule request_rule(const dciauth_profile *p, size_t i) {
  switch (i) {
  case 0: return text("name", p->name);
  case 1: return text("method", WORD(p->method, "verbatim", "upper-case"));
  case 2: return text("path", WORD(p->path, "normalise-encode", "encode", "decode", "as-sent"));
  case 3: return text("target_form", WORD(p->target_form, "origin", "origin-or-absolute"));
  case 4: return text("path_malformed_pct", escape_word(p->path_escapes));
  case 5: return text("query_malformed_pct", escape_word(p->query_escapes));
  case 6: return text("query_order", WORD(p->query_order, "encoded-pairs", "decoded-names"));
  case 7: return text("plus", WORD(p->plus, "literal", "blank"));
  case 8: return text("bad_utf8", WORD(p->bad_utf8, "octets", "replace"));
  case 9: return text("blank", WORD(p->blank, "%20", "+"));
  case 10: return text("repeat", WORD(p->repeat, "keep", "refuse"));
  case 11: return text("header_value", WORD(p->header_value, "trim-collapse", "split", "as-is"));
  case 12: return text("header_repeat", WORD(p->header_repeat, "join", "refuse", "last"));
  case 13: return text("signed_names", WORD(p->signed_names, "sorted", "as-given"));
  case 14: return span("default_signed", p->default_signed);
  case 15: return text("sign_coverage", WORD(p->sign_coverage, "required", "free"));
  default: return text("host", WORD(p->host, "signed", "free"));
  }
}

dciauth_rule dciauth_profile_rule(const dciauth_profile *p, size_t i) {
  switch (i) {
  case 17: return span("algorithm", p->algorithm);
  case 18: return span("terminator", p->terminator);
  case 19: return text("constants", WORD(p->constants, "fixed", "caller"));
  case 20: return text("terminators", WORD(p->terminators, "any", "known"));
  case 21: return text("scope", WORD(p->scope, "date/region/service/terminator", "date"));
  case 22: return text("key_prefix", WORD(p->key_prefix, "algorithm", "none"));
  case 23: return text("authorization", WORD(p->authorization, "scope", "bare"));
  case 24: return number("credential_parts", credential_parts(p));
  case 25: return text("separator", WORD(p->separator, "comma", "comma-blank"));
  case 26: return span("date_header", p->date_header.sent);
  case 27: return span("other_date_header", p->other_date_header.sent);
  case 28: return span("token_header", p->token_header.sent);
  case 29: return text("payload", WORD(p->payload, "body", "header-optional", "header-required"));
  case 30: return span("payload_header", p->payload_header.sent);
  case 31: return span("guarded_prefix", p->guarded_prefix);
  case 32: return span("query_auth_prefix", p->query_auth_prefix);
  case 33: return span("default_region", p->default_region);
  case 34: return span("default_service", p->default_service);
  case 35: return span("default_host", p->default_host);
  case 36: return number("max_skew", p->max_skew);
  default: return i < 17 ? request_rule(p, i) : text(NULL, NULL);
  }
}
