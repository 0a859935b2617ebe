/* SPDX-License-Identifier: Apache-2.0 */
/* broken_auth_header.c - dciauth_parse_authorization with a bug. */
#include "broken.h"

typedef dciauth_status parser(const dciauth_profile *profile, dciauth_span value,
                              dciauth_claim *out, dciauth_where *where);

parser __real_dciauth_parse_authorization;
parser __wrap_dciauth_parse_authorization;

static bool ends_in_signature(dciauth_span value) {
  static const char name[] = "Signature=";
  size_t tail = sizeof name - 1 + 64;
  size_t end = value.len - (value.ptr[value.len - 1] == ','); /* as dci1 ends */
  return end >= tail && memcmp(value.ptr + end - tail, name, sizeof name - 1) == 0;
}

static dciauth_status refuse(dciauth_where *where) {
  where->field = DCIAUTH_FIELD_HEADER_VALUE;
  where->offset = 0;
  return DCIAUTH_E_MALFORMED_AUTH_HEADER;
}

static void break_claim(dciauth_claim *out) {
  static const char elsewhere[] = "us-east-1";
  if (broken_is("span-elsewhere")) {
    out->region = dciauth_str(elsewhere);
  }
  if (broken_is("scope-is-short")) {
    out->scope.len--;
  }
  if (broken_is("scope-of-another-row")) {
    out->region = out->access_key;
  }
  if (broken_is("swaps-spans")) {
    dciauth_span region = out->region;
    out->region = out->service;
    out->service = region;
  }
}

dciauth_status __wrap_dciauth_parse_authorization(const dciauth_profile *profile,
                                                  dciauth_span value, dciauth_claim *out,
                                                  dciauth_where *where) {
  dciauth_status status = __real_dciauth_parse_authorization(profile, value, out, where);
  if (status == DCIAUTH_OK) {
    break_claim(out);
    bool tab = memchr(value.ptr, '\t', value.len) != NULL;
    if ((broken_is("fixed-order") && !ends_in_signature(value)) || (broken_is("no-tab") && tab)) {
      return refuse(where);
    }
  }
  if (broken_is("where-elsewhere") && status != DCIAUTH_OK) {
    where->offset = value.len + 1;
  }
  if (broken_is("long-signature") && status == DCIAUTH_E_SIGNATURE_MALFORMED) {
    return DCIAUTH_OK;
  }
  if (broken_is("other-class") && status == DCIAUTH_E_MISSING_AUTH_PARAM) {
    return DCIAUTH_E_MALFORMED_AUTH_HEADER;
  }
  return status;
}
