/* SPDX-License-Identifier: Apache-2.0 */
/* measured.c - the calls that are measured, as an application makes them: one work block that is
 * large enough for all, and the key kept or derived for each request. The compressions are those of
 * the canonical request, of the body (an empty one counts too) and of the string to sign; to derive
 * a key takes four HMACs and the two blocks of the key itself. */
#include "measured.h"

#include <openssl/evp.h>
#include <stdlib.h>

enum { BLOCK = 64, WORDS_OF_CALL = 11 };

static EVP_MD_CTX *digest;

static void pass_update(const measured *m) {
  if (EVP_DigestUpdate(digest, m->work.ptr, m->work.len) != 1) {
    die("OpenSSL failed", m->name);
  }
}

void measured_update(word_list words, measured *out) {
  if (words.num != 3) {
    die("an update needs a name and a number of bytes", words.at[0]);
  }
  if (digest == NULL) {
    digest = need(EVP_MD_CTX_new());
    if (EVP_DigestInit_ex(digest, EVP_sha256(), NULL) != 1) {
      die("OpenSSL failed", "EVP_DigestInit_ex");
    }
  }
  size_t bytes = number_of(words.at[2]);
  *out = (measured){.name = words.at[1], .num = 1, .pass = pass_update};
  out->compressions = bytes / BLOCK;
  out->work = (dciauth_work){need(calloc(bytes + 1, 1)), bytes};
}

static void check(const measured *m, dciauth_status status) {
  if (status != DCIAUTH_OK) {
    die(m->name, dciauth_status_text(status));
  }
}

static void sign_one(const measured *m, const dciauth_request *request, dciauth_signed *out) {
  if (!m->derives) {
    check(m, dciauth_sign(m->profile, request, &m->params, &m->key, m->work, out));
    return;
  }
  dciauth_key key;
  check(m, dciauth_key_derive(m->profile, m->secret, &m->scope, &key));
  check(m, dciauth_sign(m->profile, request, &m->params, &key, m->work, out));
  dciauth_key_wipe(&key);
}

static void pass_sign(const measured *m) {
  dciauth_signed result;
  for (size_t i = 0; i < m->num; i++) {
    sign_one(m, &m->requests[i], &result);
  }
}

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  const measured *m = arg;
  (void)claim;
  *out = (dciauth_credential){.secret_key = m->secret, .key = m->derives ? NULL : &m->key};
  return true;
}

static void pass_verify(const measured *m) {
  dciauth_verdict verdict;
  for (size_t i = 0; i < m->num; i++) {
    check(m, dciauth_verify(m->profile, &m->requests[i], &m->policy, m->now, lookup, (void *)m,
                            m->work, &verdict));
  }
}

/* pass_refuse verifies what is wrong with all requests: how fast a verifier gets rid of them. */
static void pass_refuse(const measured *m) {
  dciauth_verdict verdict;
  for (size_t i = 0; i < m->num; i++) {
    if (dciauth_verify(m->profile, &m->requests[i], &m->policy, m->now, lookup, (void *)m, m->work,
                       &verdict) == DCIAUTH_OK) {
      die("accepted", m->name);
    }
  }
}

static size_t blocks_of(size_t len) {
  return (len + 1 + 8 + BLOCK - 1) / BLOCK;
}

/* derivation is what a key costs whose parts are all shorter than a block. */
static size_t derivation(const measured *m) {
  const dciauth_span parts[3] = {m->secret, m->params.region, m->params.service};
  for (size_t i = 0; i < 3; i++) {
    if (blocks_of(parts[i].len) > 1) {
      die("secret, region and service must be shorter than a block", m->name);
    }
  }
  return 4 * (2 + 1 + 1) + 2;
}

static size_t compressions_of(const measured *m, const dciauth_request *request,
                              const dciauth_stages *stages) {
  return blocks_of(stages->canonical_request.len) + blocks_of(request->body.len) +
         blocks_of(stages->string_to_sign.len) + 1 + (m->derives ? derivation(m) : 0);
}

/* enlarge makes the work block one of at least `size` bytes; what was in it is lost. */
static void enlarge(measured *out, size_t size) {
  if (size > out->work.len) {
    free(out->work.ptr);
    out->work = (dciauth_work){need(malloc(size)), size};
  }
}

/* prepare signs every request once: what is to be verified keeps the headers that were added. */
static void prepare(const request_set *set, bool verify, measured *out) {
  out->num = set->num;
  out->requests = need(calloc(set->num, sizeof *out->requests));
  for (size_t i = 0; i < set->num; i++) {
    dciauth_signed result;
    enlarge(out, dciauth_sign_bound(out->profile, &set->requests[i], &out->params));
    sign_one(out, &set->requests[i], &result);
    out->compressions += compressions_of(out, &set->requests[i], &result.stages);
    out->requests[i] = with_headers(&set->requests[i], result.added, verify ? result.num_added : 0);
    memcpy(out->signature, result.signature.ptr, 64);
    enlarge(out, dciauth_verify_bound(out->profile, &out->requests[i]));
  }
}

/* prepare_refused takes the requests as they are. */
static void prepare_refused(const request_set *set, measured *out) {
  out->num = set->num;
  out->requests = set->requests;
  for (size_t i = 0; i < set->num; i++) {
    enlarge(out, dciauth_verify_bound(out->profile, &set->requests[i]));
  }
}

void measured_call(word_list words, measured *out) {
  if (words.num != WORDS_OF_CALL) {
    die("a call needs ten words", words.at[0]);
  }
  bool verify = strcmp(words.at[2], "verify") == 0;
  bool refuse = strcmp(words.at[2], "refuse") == 0;
  *out = (measured){.name = words.at[1],
                    .pass = verify   ? pass_verify
                            : refuse ? pass_refuse
                                     : pass_sign,
                    .profile = dciauth_profile_find(dciauth_str(words.at[3])),
                    .derives = strcmp(words.at[5], "derived") == 0,
                    .secret = dciauth_str(words.at[7])};
  if (out->profile == NULL) {
    die("no such row", words.at[3]);
  }
  out->params.access_key = dciauth_str(words.at[6]);
  out->params.region = dciauth_str(words.at[8]);
  out->params.service = dciauth_str(words.at[9]);
  out->params.timestamp = dciauth_str(words.at[10]);
  out->policy.region = out->params.region;
  out->policy.service = out->params.service;
  out->scope.date = dciauth_bytes(words.at[10], 8);
  out->scope.region = out->params.region;
  out->scope.service = out->params.service;
  size_t offset;
  if (!dciauth_timestamp_parse(out->params.timestamp, &out->now, &offset)) {
    die("not a time stamp", words.at[10]);
  }
  check(out, dciauth_key_derive(out->profile, out->secret, &out->scope, &out->key));
  const request_set *set = find_requests(words.at[4]);
  if (refuse) {
    prepare_refused(set, out);
  } else {
    prepare(set, verify, out);
  }
}
