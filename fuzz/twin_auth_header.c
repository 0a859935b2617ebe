/* SPDX-License-Identifier: Apache-2.0 */
/* twin_auth_header.c - the value of Authorization, naively: every rule is a question put to the
 * whole value, one after the other in the order of the list of statuses, so that the first "no" is
 * the class. */
#include "twin.h"

#include <string.h>

enum { MAX_PARAMS = 3 };

/* reader is the value with the dialect's rules for it. */
typedef struct {
  const uint8_t *value;
  size_t len;
  twin_row row;
} reader;

/* params is what is known of the three parameters: how often each came and where its value is. */
typedef struct {
  size_t times[MAX_PARAMS];
  twin_range value[MAX_PARAMS];
  bool has_empty;
} params;

static const char *const param_names[MAX_PARAMS] = {"Credential", "SignedHeaders", "Signature"};

static bool range_is(const reader *r, twin_range range, const char *word) {
  return range.len == strlen(word) && memcmp(r->value + range.at, word, range.len) == 0;
}

/* until returns the range from `at` to the first `byte`, or to the end. */
static twin_range until(const reader *r, size_t at, size_t end, uint8_t byte) {
  twin_range range = {at, 0};
  while (at + range.len < end && r->value[at + range.len] != byte) {
    range.len++;
  }
  return range;
}

/* read_param notes one "Name=value"; false if it is none of the three. */
static bool read_param(const reader *r, twin_range range, params *out) {
  size_t end = range.at + range.len;
  twin_range name = until(r, range.at, end, '=');
  if (name.len == range.len) {
    return false;
  }
  for (size_t i = 0; i < MAX_PARAMS; i++) {
    if (range_is(r, name, param_names[i])) {
      twin_range value = {name.at + name.len + 1, range.len - name.len - 1};
      out->value[i] = out->times[i] == 0 ? value : out->value[i];
      out->times[i]++;
      out->has_empty = out->has_empty || value.len == 0;
      return true;
    }
  }
  return false;
}

/* skip_blanks steps over what may follow a comma: any SP and TAB in the aws rows, exactly one SP in
 * the dci rows. Returns false if that is not there. */
static bool skip_blanks(const reader *r, size_t *at) {
  if (r->row == TWIN_DCI2_V21) {
    bool blank = *at < r->len && r->value[*at] == ' ';
    *at += 1;
    return blank;
  }
  while (*at < r->len && (r->value[*at] == ' ' || r->value[*at] == '\t')) {
    *at += 1;
  }
  return true;
}

/* read_params reads what follows the algorithm and its blank; false if it is no list of known
 * parameters. Nothing at all is a list of none. */
static bool read_params(const reader *r, size_t at, params *out) {
  while (at < r->len) {
    twin_range range = until(r, at, r->len, ',');
    if (!read_param(r, range, out)) {
      return false;
    }
    at = range.at + range.len;
    if (at == r->len) {
      return true;
    }
    at++;
    if (!skip_blanks(r, &at) || at >= r->len) {
      return false;
    }
  }
  return true;
}

/* is_part: visible ASCII without ',' and '/', at least one byte. */
static bool is_part(const reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] <= ' ' || r->value[i] >= 0x7F || r->value[i] == ',' || r->value[i] == '/') {
      return false;
    }
  }
  return range.len > 0;
}

static bool is_eight_digits(const reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] < '0' || r->value[i] > '9') {
      return false;
    }
  }
  return range.len == 8;
}

/* cut_scope finds the last four parts; what stands before them is the access key. False if there
 * are fewer. */
static bool cut_scope(const reader *r, twin_range credential, twin_claim *out) {
  size_t start = credential.at;
  size_t end = credential.at + credential.len;
  out->part[TWIN_SCOPE].len = 0;
  for (size_t i = 0; i < 4; i++) {
    size_t slash = end;
    while (slash > start && r->value[slash - 1] != '/') {
      slash--;
    }
    if (slash == start) {
      return false;
    }
    out->part[TWIN_TERMINATOR - i] = (twin_range){slash, end - slash};
    end = slash - 1;
  }
  out->part[TWIN_ACCESS_KEY] = (twin_range){start, end - start};
  out->part[TWIN_SCOPE] = (twin_range){end + 1, start + credential.len - end - 1};
  return true;
}

/* is_access_key: one part in the aws rows, two joined by '/' in the dci rows. */
static bool is_access_key(const reader *r, twin_range key) {
  if (r->row != TWIN_DCI2_V21) {
    return is_part(r, key);
  }
  twin_range type = until(r, key.at, key.at + key.len, '/');
  if (type.len == key.len) {
    return false;
  }
  twin_range id = {key.at + type.len + 1, key.len - type.len - 1};
  return is_part(r, type) && is_part(r, id);
}

/* judge_credential asks each part in turn whether it is too long, then whether it is well formed;
 * the date last. */
static const char *judge_credential(const reader *r, twin_range credential, twin_claim *out) {
  static const int scope[] = {TWIN_REGION, TWIN_SERVICE, TWIN_TERMINATOR};
  if (!cut_scope(r, credential, out)) {
    return "malformed-credential";
  }
  twin_range key = out->part[TWIN_ACCESS_KEY];
  if (key.len > 128) {
    return "limit-exceeded";
  }
  if (!is_access_key(r, key)) {
    return "malformed-credential";
  }
  for (size_t i = 0; i < sizeof scope / sizeof scope[0]; i++) {
    if (out->part[scope[i]].len > 64) {
      return "limit-exceeded";
    }
    if (!is_part(r, out->part[scope[i]])) {
      return "malformed-credential";
    }
  }
  return is_eight_digits(r, out->part[TWIN_DATE]) ? "ok" : "malformed-credential";
}

/* is_name: a token as RFC 9110 defines it, but no upper-case letter. */
static bool is_name(const reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    uint8_t byte = r->value[i];
    if (byte == 0 || strchr("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz", byte) == NULL) {
      return false;
    }
  }
  return range.len > 0 && !range_is(r, range, "authorization");
}

/* is_before: a stands before b in the order of bytes, and is not equal to it. */
static bool is_before(const reader *r, twin_range a, twin_range b) {
  size_t common = a.len < b.len ? a.len : b.len;
  int order = common == 0 ? 0 : memcmp(r->value + a.at, r->value + b.at, common);
  return order < 0 || (order == 0 && a.len < b.len);
}

static bool are_names(const reader *r, twin_range names) {
  size_t end = names.at + names.len;
  twin_range before = {names.at, 0};
  for (size_t at = names.at; at <= end; at += before.len + 1) {
    twin_range name = until(r, at, end, ';');
    if (!is_name(r, name) || !is_before(r, before, name)) {
      return false;
    }
    before = name;
  }
  return true;
}

static bool is_signature(const reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] == 0 || strchr("0123456789abcdef", r->value[i]) == NULL) {
      return false;
    }
  }
  return range.len == 64;
}

static const char *judge_values(const reader *r, const params *p, twin_claim *out) {
  const char *word = judge_credential(r, p->value[0], out);
  if (strcmp(word, "ok") != 0) {
    return word;
  }
  if (!are_names(r, p->value[1])) {
    return "signed-headers-malformed";
  }
  if (!is_signature(r, p->value[2])) {
    return "signature-malformed";
  }
  out->part[TWIN_SIGNED_HEADERS] = p->value[1];
  out->part[TWIN_SIGNATURE] = p->value[2];
  return "ok";
}

const char *twin_auth_header(twin_row row, const uint8_t *value, size_t len, twin_claim *out) {
  reader r = {value, len, row};
  params p = {0};
  out->part[TWIN_ALGORITHM] = until(&r, 0, len, ' ');
  const char *algorithm = row == TWIN_DCI2_V21 ? "DCI2-HMAC-SHA256" : "AWS4-HMAC-SHA256";
  if (!range_is(&r, out->part[TWIN_ALGORITHM], algorithm)) {
    return "bad-algorithm";
  }
  size_t at = out->part[TWIN_ALGORITHM].len + 1;
  if (!read_params(&r, at, &p)) {
    return "malformed-auth-header";
  }
  if (p.times[0] == 0 || p.times[1] == 0 || p.times[2] == 0 || p.has_empty) {
    return "missing-auth-param";
  }
  if (p.times[0] > 1 || p.times[1] > 1 || p.times[2] > 1) {
    return "duplicate-auth-param";
  }
  return judge_values(&r, &p, out);
}
