/* SPDX-License-Identifier: Apache-2.0 */
/* poisoned.c - a row with a secret that is poisoned, and what is signed with it. */
#include "poisoned.h"

/* A secret of the usual length; of one, in which padding is all; of a block, and longer, which is
 * hashed. */
static const size_t lengths[] = {40, 1, 60, 64, 65, MAX_SECRET};

work_memory signing_block;

dciauth_work clean(work_memory block) {
  memset(block, 0, BLOCK_SIZE);
  return (dciauth_work){block, BLOCK_SIZE};
}

dciauth_span secret_of(const subject *t) {
  return dciauth_bytes(t->secret, t->len);
}

void check_leaks(const subject *t, const char *what) {
  static unsigned long before;
  unsigned long more = count_leaks() - before;
  before += more;
  if (more > 0) {
    explain("%s, a secret of %zu bytes, %s: %lu branches or addresses depend on a secret",
            row_text(t->s.p, "name"), t->len, what, more);
  }
}

static void derive(subject *t) {
  const dciauth_sign_params *params = &t->s.params;
  const dciauth_scope scope = {params->algorithm, dciauth_bytes(params->timestamp.ptr, 8),
                               params->region, params->service, params->terminator};
  assert_ok(dciauth_key_derive(t->s.p, secret_of(t), &scope, &t->s.key));
  check_leaks(t, "deriving a key");
  assert_true(count_poisoned(&t->s.key, sizeof t->s.key) >= 32);
}

void subject_begin(subject *t, const dciauth_profile *p, size_t len) {
  sample_init(&t->s, p);
  for (size_t i = 0; i < len; i++) {
    t->secret[i] = (uint8_t)('0' + (i * 7 + len) % 64);
  }
  t->len = len;
  poison(t->secret, len);
  derive(t);
}

static const dciauth_profile *own_row(void) {
  static uint8_t own_memory[2048];
  static const dciauth_rule rules[] = {{"name", "oss4", 0},
                                       {"algorithm", "OSS4-HMAC-SHA256", 0},
                                       {"key_prefix", "text", 0},
                                       {"key_prefix_text", "aliyun_v4", 0}};
  dciauth_own_profile own;
  assert_ok(dciauth_profile_make(row("aws4"), rules, NUM(rules),
                                 (dciauth_work){own_memory, sizeof own_memory}, &own));
  return own.profile;
}

const dciauth_profile *row_at(size_t i) {
  const dciauth_profile *p = dciauth_profile_at(i);
  return p != NULL ? p : i == SAMPLE_NUM_ROWS ? own_row() : NULL;
}

void each(void (*test)(subject *)) {
  for (size_t i = 0; row_at(i) != NULL; i++) {
    for (size_t k = 0; k < NUM(lengths); k++) {
      subject t;
      subject_begin(&t, row_at(i), lengths[k]);
      test(&t);
    }
  }
}

void check_only_signature(dciauth_span signature) {
  assert_int_equal(count_poisoned(signature.ptr, signature.len), 64);
  assert_int_equal(count_poisoned(signing_block, sizeof signing_block), 64);
  declare_public(signing_block + (signature.ptr - signing_block), 64);
}

void sign(subject *t) {
  dciauth_signed out;
  sample *s = &t->s;
  assert_ok(dciauth_sign(s->p, &s->request, &s->params, &s->key, clean(signing_block), &out));
  check_leaks(t, "signing");
  check_only_signature(out.signature);
  assert_true(out.authorization.len <= sizeof t->authorization);
  memcpy(t->authorization, out.authorization.ptr, out.authorization.len);
  t->signature = t->authorization + (out.signature.ptr - out.authorization.ptr);
  for (size_t i = 0; i < out.num_added; i++) {
    s->headers[s->request.num_headers++] = out.added[i];
  }
  s->headers[s->request.num_headers - 1].value.ptr = t->authorization;
}
