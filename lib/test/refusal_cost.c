/* SPDX-License-Identifier: Apache-2.0 */
/* refusal_cost.c - KEY ANSWER TIMES: verifies a request again and again that is refused, so that
 * refusal_cost.py can count what each reason takes. KEY is what the look-up gives, "secret", "long"
 * (a secret of 64 bytes), "derived" or "cached"; ANSWER is why it is refused: "signature",
 * "unknown" or "token". The request is always the same, and each time the answer is looked at. */
#include <stdio.h>
#include <stdlib.h>

#include "dciauth.h"

#define LETTERS "0123456789abcdef0123456789abcdef"
enum { SLOTS = 16 };

typedef struct {
  const dciauth_profile *profile;
  dciauth_span secret;
  dciauth_span token;
  bool known, cached;
  const dciauth_key *derived; /* NULL: the secret is given */
  dciauth_cache cache;
  dciauth_cache_slot slots[SLOTS];
} server;

static bool lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  server *s = arg;
  out->session_token = s->token;
  if (s->cached) {
    dciauth_span secret = s->known ? s->secret : dciauth_bytes(NULL, 0);
    dciauth_status status = dciauth_cache_key(&s->cache, s->profile, claim, secret, out->room);
    out->key = out->room;
    return status == DCIAUTH_OK;
  }
  out->secret_key = s->secret;
  out->key = s->derived;
  return s->known;
}

/* verify: the signature is nobody's. */
static dciauth_status verify(server *s) {
  static uint8_t block[16384];
  dciauth_verdict verdict;
  const dciauth_pair headers[] = {
      {dciauth_str("Host"), dciauth_str("example.amazonaws.com")},
      {dciauth_str("X-Amz-Date"), dciauth_str("20150830T123600Z")},
      {dciauth_str("X-Amz-Security-Token"), dciauth_str(LETTERS)},
      {dciauth_str("Authorization"),
       dciauth_str("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/"
                   "aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, "
                   "Signature=" LETTERS LETTERS)}};
  const dciauth_request request = {.method = dciauth_str("GET"),
                                   .target = dciauth_str("/a/b?c=d"),
                                   .headers = headers,
                                   .num_headers = 4};
  const dciauth_policy policy = {.region = dciauth_str("us-east-1"),
                                 .service = dciauth_str("service")};
  return dciauth_verify(s->profile, &request, &policy, 1440938160, lookup, s,
                        (dciauth_work){block, sizeof block}, &verdict);
}

static int repeat(server *s, dciauth_status want, long times) {
  for (long i = 0; i < times; i++) {
    dciauth_status status = verify(s);
    if (status != want) {
      fprintf(stderr, "refused as %s\n", dciauth_status_class(status));
      return 1;
    }
  }
  return 0;
}

int main(int argc, char **argv) {
  static server s;
  static dciauth_key key;
  if (argc != 4) {
    return fprintf(stderr, "usage: refusal_cost KEY ANSWER TIMES\n");
  }
  const dciauth_scope scope = {.date = dciauth_str("20150830"),
                               .region = dciauth_str("us-east-1"),
                               .service = dciauth_str("service")};
  s.profile = dciauth_profile_find(dciauth_str("aws4"));
  s.secret = strcmp(argv[1], "long") == 0 ? dciauth_str(LETTERS LETTERS)
                                          : dciauth_bytes(LETTERS "01234567", 40);
  s.known = strcmp(argv[2], "unknown") != 0;
  s.token =
      dciauth_str(strcmp(argv[2], "token") == 0 ? "another of the same length, 32.." : LETTERS);
  s.cached = strcmp(argv[1], "cached") == 0;
  s.derived = strcmp(argv[1], "derived") == 0 ? &key : NULL;
  if (dciauth_key_derive(s.profile, s.secret, &scope, &key) != DCIAUTH_OK ||
      dciauth_cache_init(&s.cache, s.slots, SLOTS) != DCIAUTH_OK) {
    return 1;
  }
  dciauth_status want = !s.known                        ? DCIAUTH_E_UNKNOWN_KEY
                        : strcmp(argv[2], "token") == 0 ? DCIAUTH_E_TOKEN_INVALID
                                                        : DCIAUTH_E_SIGNATURE_MISMATCH;
  bool known = s.known;
  s.known = true; /* a cache has keys, of others */
  (void)verify(&s);
  s.known = known;
  return repeat(&s, want, strtol(argv[3], NULL, 10));
}
