/* SPDX-License-Identifier: Apache-2.0 */
/* test_threads.c - eight threads derive keys at once, the first calls of the process, and then all
 * sign and verify with the keys of one of them. tools/portability.sh tsan runs it under
 * ThreadSanitizer. */
#include <pthread.h>

#include "support.h"

enum { NUM_THREADS = 8, ROUNDS = 50 };

/* worker is one thread, with a sample of each row. An assertion that fails in it ends the process.
 */
typedef struct {
  pthread_t thread;
  sample samples[SAMPLE_NUM_ROWS];
} worker;

static worker workers[NUM_THREADS];
static pthread_barrier_t keys_are_there;

/* sign_and_verify uses the key of `shared`, for both, and changes nothing in it. */
static void sign_and_verify(const sample *shared, const sample *own) {
  sample s = *shared;
  dciauth_signed out;
  dciauth_verdict v;
  char again[64];
  work_block signing = block_new(dciauth_sign_bound(s.p, &shared->request, &shared->params), 0);
  assert_ok(dciauth_sign(s.p, &shared->request, &shared->params, &shared->key, signing.work, &out));
  assert_ok(dciauth_signature(&own->key, out.stages.string_to_sign, again));
  assert_span(out.signature, dciauth_bytes(again, sizeof again));
  s.request.headers = s.headers;
  for (size_t i = 0; i < out.num_added; i++) {
    s.headers[s.request.num_headers++] = out.added[i];
  }
  dciauth_policy policy = sample_policy(&s);
  dciauth_credential credential = {.secret_key = S(SECRET), .key = &shared->key};
  work_block b = block_new(dciauth_verify_bound(s.p, &s.request), 0);
  assert_ok(
      dciauth_verify(s.p, &s.request, &policy, SAMPLE_NOW, sample_lookup, &credential, b.work, &v));
  block_free(&b);
  block_free(&signing);
}

static void *work(void *arg) {
  worker *w = arg;
  for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
    sample_init(&w->samples[p], dciauth_profile_at(p));
  }
  pthread_barrier_wait(&keys_are_there);
  for (size_t round = 0; round < ROUNDS; round++) {
    for (size_t p = 0; p < SAMPLE_NUM_ROWS; p++) {
      sign_and_verify(&workers[0].samples[p], &w->samples[p]);
    }
  }
  return NULL;
}

static void threads_share_a_key(void **state) {
  (void)state;
  assert_int_equal(pthread_barrier_init(&keys_are_there, NULL, NUM_THREADS), 0);
  for (size_t i = 0; i < NUM_THREADS; i++) {
    assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
  }
  for (size_t i = 0; i < NUM_THREADS; i++) {
    assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
  }
  pthread_barrier_destroy(&keys_are_there);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(threads_share_a_key),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
