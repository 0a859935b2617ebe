/* SPDX-License-Identifier: Apache-2.0 */
/* twin_credential.c - the value of Credential, naively: the access key and the four parts of the
 * scope behind it; in dci1 the access key alone. */
#include <string.h>

#include "twin_reader.h"

/* is_part: visible ASCII without ',' and '/', at least one byte. */
static bool is_part(const twin_reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] <= ' ' || r->value[i] >= 0x7F || r->value[i] == ',' || r->value[i] == '/') {
      return false;
    }
  }
  return range.len > 0;
}

static bool is_eight_digits(const twin_reader *r, twin_range range) {
  for (size_t i = range.at; i < range.at + range.len; i++) {
    if (r->value[i] < '0' || r->value[i] > '9') {
      return false;
    }
  }
  return range.len == 8;
}

/* cut_scope finds the last four parts; what stands before them is the access key. False if there
 * are fewer. */
static bool cut_scope(const twin_reader *r, twin_range credential, twin_claim *out) {
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

/* is_number_of_parts: type and id where python-dciauth reads both, any number where it leaves the
 * key whole, one elsewhere. */
static bool is_number_of_parts(twin_row row, size_t number) {
  if (row == TWIN_DCI2 || row == TWIN_DCI_AWS4) {
    return true;
  }
  return number == (twin_is_dci(row) ? 2 : 1);
}

/* is_access_key: parts joined by '/', in the number of the row. */
static bool is_access_key(const twin_reader *r, twin_range key) {
  size_t number = 0;
  size_t end = key.at + key.len;
  for (size_t at = key.at; at <= end; number++) {
    twin_range part = twin_until(r, at, end, '/');
    if (!is_part(r, part)) {
      return false;
    }
    at += part.len + 1;
  }
  return is_number_of_parts(r->row, number);
}

static const char *judge_access_key(const twin_reader *r, twin_range key) {
  if (key.len > 128) {
    return "limit-exceeded";
  }
  return is_access_key(r, key) ? "ok" : "malformed-credential";
}

/* judge_scope asks each part in turn whether it is too long, then whether it is well formed; the
 * date last. */
static const char *judge_scope(const twin_reader *r, const twin_claim *claim) {
  static const int scope[] = {TWIN_REGION, TWIN_SERVICE, TWIN_TERMINATOR};
  for (size_t i = 0; i < sizeof scope / sizeof scope[0]; i++) {
    if (claim->part[scope[i]].len > 64) {
      return "limit-exceeded";
    }
    if (!is_part(r, claim->part[scope[i]])) {
      return "malformed-credential";
    }
  }
  return is_eight_digits(r, claim->part[TWIN_DATE]) ? "ok" : "malformed-credential";
}

/* no_scope: dci1 writes the access key alone. */
static void no_scope(twin_range credential, twin_claim *out) {
  const twin_range nothing = {0, 0};
  out->part[TWIN_ACCESS_KEY] = credential;
  for (size_t i = TWIN_DATE; i <= TWIN_SCOPE; i++) {
    out->part[i] = nothing;
  }
}

const char *twin_credential(const twin_reader *r, twin_range credential, twin_claim *out) {
  if (r->row == TWIN_DCI1) {
    no_scope(credential, out);
    return judge_access_key(r, credential);
  }
  if (!cut_scope(r, credential, out)) {
    return "malformed-credential";
  }
  const char *word = judge_access_key(r, out->part[TWIN_ACCESS_KEY]);
  return strcmp(word, "ok") == 0 ? judge_scope(r, out) : word;
}
