/* SPDX-License-Identifier: Apache-2.0 */
/* verify.c - the verdict. Checks run in the order of DCIAUTH_STATUS_LIST: parse, freshness, scope,
 * identity, signature; nothing before the look-up needs a secret, and DCIAUTH_OK is reached through
 * the comparison of signatures alone. What the application gets is the view that was verified, so
 * that what is used is what was signed. */
/* spec: aws-sigv4 Elements of a request signature */
/* spec: python-dciauth v2.signature.is_valid */
#include "ascii.h"
#include "canonical.h"
#include "claim.h"
#include "codec.h"
#include "crypto.h"
#include "key.h"
#include "path.h"
#include "payload.h"
#include "policy.h"
#include "scope.h"

/* verifying is what one call keeps on its way. */
typedef struct {
  const dciauth_profile *p;
  const dciauth_request *request;
  const dciauth_policy *policy;
  dciauth_verdict *out;
  bool loose;
  canonical canonical;
  name_list names;
  dciauth_span timestamp, payload;
  char digest[64];
  uint8_t claimed[32]; /* the signature, if `hex` */
  bool hex;
  bool body_covered;
  buf b;
} verifying;

static join_rule join_of(const verifying *v) {
  return v->loose ? HEADERS_LAST : v->p->header_repeat;
}

/* match_names finds the lines of the signed headers, in the usual case: then the names need no
 * judging, since those of lines are good. `line` is Authorization, which cannot sign itself. */
static bool match_names(verifying *v, const header_item *line) {
  v->names.found =
      names_match(&v->canonical.headers, v->out->claim.signed_headers, line, &v->b, &v->names);
  return v->names.found;
}

static dciauth_status parse_strictly(verifying *v, const header_item *line, dciauth_span value) {
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
  return claim_check(v->p, value, credential, matched, claim, v->claimed, &v->out->where);
}

static dciauth_status parse_loosely(verifying *v, dciauth_span value) {
  dciauth_status status = claim_parse_loose(value, &v->b, &v->out->claim, &v->out->where);
  v->hex = decode_hex32(v->out->claim.signature, v->claimed);
  return status;
}

static dciauth_status parse_claim(verifying *v) {
  const header_item *line;
  dciauth_where *where = &v->out->where;
  dciauth_status status =
      policy_authorization(v->p, v->loose, &v->canonical.headers, &v->canonical.args, &line, where);
  if (status != DCIAUTH_OK) {
    return status;
  }
  dciauth_span value = trim_value(v->p, line->pair->value);
  size_t before = value.len > 0 ? (size_t)(value.ptr - line->pair->value.ptr) : 0;
  status = v->loose ? parse_loosely(v, value) : parse_strictly(v, line, value);
  if (status == DCIAUTH_OK && v->out->claim.signed_headers.len == 0) {
    return fail(where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  }
  if (status != DCIAUTH_OK) {
    return fail(where, status, DCIAUTH_FIELD_HEADER_VALUE,
                header_index(&v->canonical.headers, line), before + where->offset);
  }
  return v->names.found ? DCIAUTH_OK
                        : names_parse(v->p, &v->canonical.headers, v->out->claim.signed_headers,
                                      &v->b, &v->names, where);
}

/* check_target refuses what a signer may be handed, but no honest request holds on the wire. */
static dciauth_status check_target(verifying *v) {
  dciauth_span target = v->request->target;
  dciauth_status status = check_wire_target(target, &v->out->where);
  return status == DCIAUTH_OK ? check_decoded_path(v->p, target, &v->out->where) : status;
}

static dciauth_status parse_request(verifying *v) {
  dciauth_status status = policy_check(v->p, v->policy, &v->out->where);
  if (status == DCIAUTH_OK) {
    status = v->loose ? DCIAUTH_OK : check_target(v);
  }
  if (status == DCIAUTH_OK) {
    status = canonical_begin(v->p, v->request, NULL, 0, v->policy->repeat, &v->b, &v->canonical,
                             &v->out->stages, &v->out->where);
  }
  return status == DCIAUTH_OK ? parse_claim(v) : status;
}

static dciauth_status judge_claim(verifying *v, int64_t now) {
  const header_list *list = &v->canonical.headers;
  dciauth_where *where = &v->out->where;
  dciauth_status status = policy_coverage(v->p, v->policy, join_of(v), list, &v->names, where);
  if (status == DCIAUTH_OK) {
    status = policy_date(v->p, v->policy, list, now, &v->timestamp, where);
  }
  if (status == DCIAUTH_OK && v->p->scope == SCOPE_DATE) {
    v->out->claim.date = span_to(v->timestamp, 8);
  }
  return status == DCIAUTH_OK ? policy_scope(v->p, v->policy, &v->out->claim, v->timestamp, where)
                              : status;
}

static dciauth_status judge_payload(verifying *v) {
  dciauth_where *where = &v->out->where;
  dciauth_status status = payload_of_request(v->p, v->request, v->digest, &v->payload, where);
  if (status == DCIAUTH_OK &&
      v->payload.len != 64) { /* a literal says nothing of the body that was received */
    return fail(where, DCIAUTH_E_ARGUMENT, DCIAUTH_FIELD_PAYLOAD_HASH, 0, 0);
  }
  return status != DCIAUTH_OK ? status
                              : payload_verify(v->p, &v->canonical.headers, v->policy->allow,
                                               &v->payload, &v->body_covered, where);
}

static dciauth_status build_stages(verifying *v, const dciauth_scope *scope) {
  dciauth_stages *stages = &v->out->stages;
  dciauth_status status =
      canonical_finish(v->p, join_of(v), &v->names, v->payload, &v->b, &v->canonical, stages);
  if (status != DCIAUTH_OK) {
    return status;
  }
  uint8_t *room = put_room(&v->b, CRYPTO_SEAL);
  size_t mark = v->b.len;
  status = put_string_to_sign(v->p, scope, v->timestamp, stages->canonical_request, room, &v->b,
                              &stages->scope);
  stages->string_to_sign = status == DCIAUTH_OK ? buf_since(&v->b, mark) : dciauth_bytes(NULL, 0);
  return status;
}

/* judge_signature compares what was claimed with what this key makes of the string to sign. */
static dciauth_status judge_signature(verifying *v, const dciauth_key *key) {
  uint8_t mac[32];
  dciauth_status status =
      signature_bytes(key, v->out->stages.string_to_sign, buf_behind(&v->b, CRYPTO_SEAL), mac);
  bool equal = status == DCIAUTH_OK && v->hex && crypto_equal32(v->claimed, mac);
  crypto_wipe(mac, sizeof mac);
  if (status != DCIAUTH_OK) {
    return status;
  }
  return equal ? DCIAUTH_OK
               : fail(&v->out->where, DCIAUTH_E_SIGNATURE_MISMATCH, DCIAUTH_FIELD_NONE, 0, 0);
}

static dciauth_status verify_with(verifying *v, const dciauth_credential *credential) {
  const dciauth_claim *claim = &v->out->claim;
  const dciauth_scope scope = {claim->algorithm, claim->date, claim->region, claim->service,
                               claim->terminator};
  dciauth_status status =
      policy_token(v->p, &v->canonical.headers, credential->session_token, &v->out->where);
  if (status == DCIAUTH_OK) {
    status = judge_payload(v);
  }
  if (status == DCIAUTH_OK) {
    status = build_stages(v, &scope);
  }
  if (status != DCIAUTH_OK || credential->key != NULL) {
    return status == DCIAUTH_OK ? judge_signature(v, credential->key) : status;
  }
  dciauth_key key;
  status = key_of(v->p, credential->secret_key, &scope, &key);
  if (status == DCIAUTH_OK) {
    status = judge_signature(v, &key);
  } else if (status == DCIAUTH_E_LIMIT_EXCEEDED) {
    bool secret = credential->secret_key.len > DCIAUTH_MAX_SECRET;
    fail(&v->out->where, status, secret ? DCIAUTH_FIELD_SECRET_KEY : DCIAUTH_FIELD_ALGORITHM, 0,
         secret ? DCIAUTH_MAX_SECRET : DCIAUTH_MAX_SCOPE_PART);
  }
  dciauth_key_wipe(&key);
  return status;
}

dciauth_status dciauth_verify(const dciauth_profile *profile, const dciauth_request *request,
                              const dciauth_policy *policy, int64_t now, dciauth_lookup lookup,
                              void *lookup_arg, dciauth_work work, dciauth_verdict *out) {
  verifying v;
  dciauth_credential credential;
  clear(out, sizeof *out);
  memset(&credential, 0, sizeof credential);
  v.p = profile;
  v.request = request;
  v.policy = policy;
  v.out = out;
  v.b = buf_of(work);
  v.names.found = false;
  v.loose = (policy->allow & DCIAUTH_ALLOW_LOOSE_SYNTAX) != 0;
  dciauth_status status = parse_request(&v);
  if (status == DCIAUTH_OK) {
    status = judge_claim(&v, now);
  }
  if (status == DCIAUTH_OK) {
    bool known = lookup(lookup_arg, &out->claim, &credential);
    /* vector: aws4/verify/unknown-key-empty-secret */
    /* an empty secret, or a wiped key, is nobody's: whoever took one would sign for all */
    bool usable = known && (credential.key != NULL ? crypto_is_key(credential.key)
                                                   : credential.secret_key.len > 0);
    status = usable ? verify_with(&v, &credential)
                    : fail(&out->where, DCIAUTH_E_UNKNOWN_KEY, DCIAUTH_FIELD_ACCESS_KEY, 0, 0);
  }
  if (status == DCIAUTH_OK) {
    status = canonical_view(v.p, &v.canonical, out->stages.path, v.names.num, &v.b, &out->view);
    out->view.body_covered = v.body_covered;
  }
  if (status == DCIAUTH_E_SPACE) {
    clear(out, sizeof *out);
  }
  out->status = status;
  return status;
}

size_t dciauth_verify_bound(const dciauth_profile *profile, const dciauth_request *request) {
  (void)profile;
  size_t list = 0; /* as if every Authorization were one list of signed headers */
  size_t names = 1;
  size_t values = 0;
  for (size_t i = 0; i < request->num_headers; i++) {
    dciauth_pair header = request->headers[i];
    bool auth = ascii_eq_lower(dciauth_str("authorization"), header.name);
    list = plus(list, auth ? header.value.len : 0);
    names = plus(names, auth ? plus(span_count(header.value, ';'), 1) : 0);
    values = plus(values, header.value.len);
  }
  size_t tail = plus(times(list, 2), plus(values, times(request->target.len, 3)));
  return plus(canonical_bound(request, list, names, 0), plus(tail, 512 + CRYPTO_SEAL));
}
