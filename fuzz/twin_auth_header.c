/* SPDX-License-Identifier: Apache-2.0 */
/* twin_auth_header.c - the value of Authorization, naively: every rule is a question put to the
 * whole value, one after the other in the order of the list of statuses, so that the first "no" is
 * the class. */
#include "twin_reader.h"

#include <string.h>

enum { MAX_PARAMS = 3 };

/* params is what is known of the three parameters: how often each came and where its value is. */
typedef struct {
  size_t times[MAX_PARAMS];
  twin_range value[MAX_PARAMS];
  bool has_empty;
} params;

static const char *const param_names[MAX_PARAMS] = {"Credential", "SignedHeaders", "Signature"};

/* read_param notes one "Name=value"; false if it is none of the three. */
static bool read_param(const twin_reader *r, twin_range range, params *out) {
  size_t end = range.at + range.len;
  twin_range name = twin_until(r, range.at, end, '=');
  if (name.len == range.len) {
    return false;
  }
  for (size_t i = 0; i < MAX_PARAMS; i++) {
    if (twin_range_is(r, name, param_names[i])) {
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
static bool skip_blanks(const twin_reader *r, size_t *at) {
  if (twin_is_dci(r->row)) {
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
static bool read_params(const twin_reader *r, size_t at, params *out) {
  while (at < r->len) {
    twin_range range = twin_until(r, at, r->len, ',');
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

/* is_name: a token as RFC 9110 defines it, but no upper-case letter. */
static bool is_name(const twin_reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    uint8_t byte = r->value[i];
    if (byte == 0 || strchr("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz", byte) == NULL) {
      return false;
    }
  }
  return range.len > 0 && !twin_range_is(r, range, "authorization");
}

/* is_before: a stands before b in the order of bytes, and is not equal to it. */
static bool is_before(const twin_reader *r, twin_range a, twin_range b) {
  size_t common = a.len < b.len ? a.len : b.len;
  int order = common == 0 ? 0 : memcmp(r->value + a.at, r->value + b.at, common);
  return order < 0 || (order == 0 && a.len < b.len);
}

static bool are_names(const twin_reader *r, twin_range names) {
  size_t end = names.at + names.len;
  twin_range before = {names.at, 0};
  for (size_t at = names.at; at <= end; at += before.len + 1) {
    twin_range name = twin_until(r, at, end, ';');
    if (!is_name(r, name) || !is_before(r, before, name)) {
      return false;
    }
    before = name;
  }
  return true;
}

static bool is_signature(const twin_reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] == 0 || strchr("0123456789abcdef", r->value[i]) == NULL) {
      return false;
    }
  }
  return range.len == 64;
}

static const char *judge_values(const twin_reader *r, const params *p, twin_claim *out) {
  const char *word = twin_credential(r, p->value[0], out);
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

static const char *algorithm_of(twin_row row) {
  if (row == TWIN_DCI1) {
    return "DCI-HMAC-SHA256";
  }
  return twin_is_dci(row) && row != TWIN_DCI_AWS4 ? "DCI2-HMAC-SHA256" : "AWS4-HMAC-SHA256";
}

/* drop_end takes away the comma that ends the value in dci1; false if it is not there. */
static bool drop_end(twin_reader *r, size_t at) {
  if (r->row != TWIN_DCI1) {
    return true;
  }
  if (at >= r->len || r->value[r->len - 1] != ',') {
    return false;
  }
  r->len--;
  return true;
}

const char *twin_auth_header(twin_row row, const uint8_t *value, size_t len, twin_claim *out) {
  twin_reader r = {value, len, row};
  params p = {0};
  out->part[TWIN_ALGORITHM] = twin_until(&r, 0, len, ' ');
  if (!twin_range_is(&r, out->part[TWIN_ALGORITHM], algorithm_of(row))) {
    return "bad-algorithm";
  }
  size_t at = out->part[TWIN_ALGORITHM].len + 1;
  if (!drop_end(&r, at) || !read_params(&r, at, &p)) {
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
