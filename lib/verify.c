/* SPDX-License-Identifier: Apache-2.0 */
/* verify.c - the verdict. Checks run in the order of DCIAUTH_STATUS_LIST: parse, freshness, scope,
 * identity, signature; nothing before the look-up needs a secret, and DCIAUTH_OK is reached through
 * the comparison of signatures alone. What the application gets is the view that was verified, so
 * that what is used is what was signed. */
/* spec: aws-sigv4 Elements of a request signature */
/* spec: python-dciauth v2.signature.is_valid */
#include "verify_request.h"

#include "ascii.h"
#include "crypto.h"
#include "key.h"
#include "payload.h"
#include "policy.h"
#include "scope.h"
#include "verify_loose.h"

static join_rule join_of(const verifying *v) {
  return v->loose ? HEADERS_LAST : v->p->header_repeat;
}

static dciauth_status judge_claim(verifying *v, int64_t now) {
  const header_list *list = &v->canonical.headers;
  dciauth_where *where = &v->out->where;
  dciauth_status status = policy_coverage(v->p, v->policy, join_of(v), list, &v->names, where);
  if (status == DCIAUTH_OK) {
    status = policy_date(v->p, v->policy, list, now, &v->b, &v->timestamp, where);
  }
  if (status == DCIAUTH_OK && v->p->scope == SCOPE_DATE) {
    v->out->claim.date = span_to(v->timestamp, 8);
  }
  if (status == DCIAUTH_OK) {
    status = policy_scope(v->p, v->policy, &v->out->claim, v->timestamp, where);
  }
  if (v->loose && status == DCIAUTH_OK) {
    verify_scope_loose(v);
  }
  return status;
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

static dciauth_scope scope_of(const dciauth_claim *claim) {
  const dciauth_scope scope = {claim->algorithm, claim->date, claim->region, claim->service,
                               claim->terminator};
  return scope;
}

/* judge_with_secret derives the key first. */
static dciauth_status judge_with_secret(verifying *v, dciauth_span secret,
                                        const dciauth_scope *scope) {
  dciauth_key key;
  dciauth_status status = key_of(v->p, secret, scope, &key);
  if (status == DCIAUTH_OK) {
    status = judge_signature(v, &key);
  } else if (status == DCIAUTH_E_LIMIT_EXCEEDED) {
    bool too_long = secret.len > DCIAUTH_MAX_SECRET;
    fail(&v->out->where, status, too_long ? DCIAUTH_FIELD_SECRET_KEY : DCIAUTH_FIELD_ALGORITHM, 0,
         too_long ? DCIAUTH_MAX_SECRET : DCIAUTH_MAX_SCOPE_PART);
  }
  dciauth_key_wipe(&key);
  return status;
}

/* judge_proof is what takes time: the payload, the stages, the signature. */
static dciauth_status judge_proof(verifying *v, const dciauth_credential *credential) {
  const dciauth_scope scope = scope_of(&v->out->claim);
  dciauth_status status = judge_payload(v);
  if (status == DCIAUTH_OK) {
    status = build_stages(v, &scope);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  return credential->key != NULL ? judge_signature(v, credential->key)
                                 : judge_with_secret(v, credential->secret_key, &scope);
}

/* The time to answer must not tell whether a key is known: what is done with one is also done with
 * a credential that is refused. use_anything sees to it that there is something to do it with, and
 * refuse that it does not count. */
COLD static dciauth_where use_anything(const verifying *v, dciauth_credential *credential) {
  const dciauth_where where = v->out->where;
  if (credential->key != NULL ? !crypto_is_key(credential->key) : credential->secret_key.len == 0) {
    credential->key = NULL;
    credential->secret_key = dciauth_str("the secret of nobody, of the usual size!");
  }
  return where;
}

COLD static dciauth_status refuse(verifying *v, dciauth_status refused, const dciauth_where *where,
                                  dciauth_status status) {
  bool failed = status == DCIAUTH_E_SPACE || status == DCIAUTH_E_CRYPTO;
  v->out->where = *where;
  return failed ? status : refused;
}

/* compare_own compares the token of the request with itself, as it would be with that of a key. */
COLD static void compare_own(verifying *v) {
  const header_list *list = &v->canonical.headers;
  const header_item *line = headers_find(list, v->p->token_header.lower);
  dciauth_span own = line == NULL ? dciauth_bytes(NULL, 0) : trim_value(v->p, line->pair->value);
  (void)(policy_token(v->p, v->policy->allow, list, own, &v->out->where) == DCIAUTH_OK);
}

/* vector: aws4/verify/unknown-key-empty-secret */
/* judge_identity: an empty secret, or a wiped key, is nobody's: whoever took one would sign for
 * all. */
static dciauth_status judge_identity(verifying *v, const dciauth_credential *credential,
                                     bool known) {
  bool usable = known && (credential->key != NULL ? crypto_is_key(credential->key)
                                                  : credential->secret_key.len > 0);
  if (!usable) {
    compare_own(v);
    return fail(&v->out->where, DCIAUTH_E_UNKNOWN_KEY, DCIAUTH_FIELD_ACCESS_KEY, 0, 0);
  }
  return policy_token(v->p, v->policy->allow, &v->canonical.headers, credential->session_token,
                      &v->out->where);
}

/* verify_with looks the key up. A key that the look-up copied to `room` is wiped here. */
static dciauth_status verify_with(verifying *v, dciauth_lookup lookup, void *arg) {
  dciauth_credential credential;
  dciauth_key room;
  memset(&credential, 0, sizeof credential);
  credential.room = &room;
  bool known = lookup(arg, &v->out->claim, &credential);
  dciauth_status refused = judge_identity(v, &credential, known);
  dciauth_where where;
  if (refused != DCIAUTH_OK) {
    where = use_anything(v, &credential);
  }
  dciauth_status status = judge_proof(v, &credential);
  if (credential.key == &room) {
    dciauth_key_wipe(&room);
  }
  return refused == DCIAUTH_OK ? status : refuse(v, refused, &where, status);
}

dciauth_status dciauth_verify(const dciauth_profile *profile, const dciauth_request *request,
                              const dciauth_policy *policy, int64_t now, dciauth_lookup lookup,
                              void *lookup_arg, dciauth_work work, dciauth_verdict *out) {
  verifying v;
  clear(out, sizeof *out);
  v.p = profile;
  v.request = request;
  v.policy = policy;
  v.out = out;
  v.b = buf_of(work);
  v.names.found = false;
  v.loose = (policy->allow & DCIAUTH_ALLOW_LOOSE_SYNTAX) != 0;
  v.apart = v.loose || policy->view != DCIAUTH_SEEN_WIRE;
  dciauth_status status = verify_request(&v);
  if (status == DCIAUTH_OK) {
    status = verify_claim(&v);
  }
  if (status == DCIAUTH_OK) {
    status = judge_claim(&v, now);
  }
  if (status == DCIAUTH_OK) {
    status = verify_with(&v, lookup, lookup_arg);
  }
  if (status == DCIAUTH_OK) {
    status = canonical_view(v.p, &v.canonical, out->stages.path, v.names.num, &v.b, &out->view);
    out->view.body_covered = v.body_covered;
  }
  if (v.apart) {
    verify_blur(&v, status);
  }
  if (status == DCIAUTH_E_SPACE) {
    clear(out, sizeof *out);
  }
  out->status = status;
  return status;
}
