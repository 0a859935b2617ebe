/* SPDX-License-Identifier: Apache-2.0 */
/* verify_claim.c - the claim of a request that is verified: which Authorization counts, how it is
 * read, and the list of signed headers in it. */
#include "verify_claim.h"

#include "claim.h"
#include "claim_tidy.h"
#include "policy.h"
#include "policy_limits.h"
#include "verify_loose.h"

/* match_names finds the lines of the signed headers, in the usual case: then the names need no
 * judging, since those of lines are good. `line` is Authorization, which cannot sign itself. */
static bool match_names(verifying *v, const header_item *line) {
  v->names.found =
      names_match(&v->canonical.headers, v->out->claim.signed_headers, line, &v->b, &v->names);
  return v->names.found;
}

static dciauth_status parse_strictly(verifying *v, const header_item *line, dciauth_span value) {
  bool any_names = (v->policy->allow & DCIAUTH_ALLOW_ANY_NAMES) != 0;
  dciauth_span credential;
  dciauth_claim *claim = &v->out->claim;
  v->hex = true;
  bool usual = claim_read_usual(v->p, value, claim, v->claimed);
  if (usual && match_names(v, line)) {
    return DCIAUTH_OK;
  }
  dciauth_status status = claim_split(v->p, value, claim, &credential, &v->out->where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  bool matched = !usual && match_names(v, line);
  return claim_check(v->p, value, credential, matched || any_names, claim, v->claimed,
                     &v->out->where);
}

/* fail_line names the line, and the place in it, but of one that was mended: what is wrong even so
 * has no place in the header as it was sent. */
COLD static dciauth_status fail_line(verifying *v, const header_item *line, bool mended,
                                     dciauth_span value, dciauth_status status) {
  size_t before = value.len > 0 && !mended ? (size_t)(value.ptr - line->pair->value.ptr) : 0;
  size_t offset = mended ? 0 : v->out->where.offset;
  return fail(&v->out->where, status, DCIAUTH_FIELD_HEADER_VALUE,
              header_index(&v->canonical.headers, line), before + offset);
}

/* read_claim reads the one line, by the reading that the policy wants. */
static dciauth_status read_claim(verifying *v, const header_item *line) {
  dciauth_span value = trim_value(v->p, line->pair->value);
  bool mend = (v->policy->allow & CLAIM_TOLERANCES) != 0;
  if (mend) {
    value = claim_tidy(v->p, v->policy->allow, value, &v->b);
  }
  if (v->b.full) {
    return DCIAUTH_E_SPACE;
  }
  dciauth_status status = parse_strictly(v, line, value);
  return status == DCIAUTH_OK ? DCIAUTH_OK : fail_line(v, line, mend, value, status);
}

/* read_names is for a list that is not simply that of the lines. */
static dciauth_status read_names(verifying *v) {
  dciauth_where *where = &v->out->where;
  dciauth_status status = names_parse(v->p, &v->canonical.headers, v->out->claim.signed_headers,
                                      &v->b, &v->names, where);
  bool itself = status == DCIAUTH_OK && names_hold(&v->names, dciauth_str("authorization"));
  return itself
             ? fail(where, DCIAUTH_E_SIGNED_HEADERS_MALFORMED, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0)
             : status;
}

dciauth_status verify_claim(verifying *v) {
  const header_item *line;
  dciauth_where *where = &v->out->where;
  dciauth_status status =
      policy_authorization(v->p, v->loose, &v->canonical.headers, &v->canonical.args, &line, where);
  if (status == DCIAUTH_OK && v->loose) {
    return verify_claim_loose(v, line);
  }
  if (status == DCIAUTH_OK) {
    status = read_claim(v, line);
  }
  if (status == DCIAUTH_OK && v->policy->limits != NULL) {
    status = limits_claim(v->policy->limits, &v->out->claim, where);
  }
  if (status == DCIAUTH_OK && v->out->claim.signed_headers.len == 0) {
    return fail(where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  }
  return status == DCIAUTH_OK && !v->names.found ? read_names(v) : status;
}
