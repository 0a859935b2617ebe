/* SPDX-License-Identifier: Apache-2.0 */
/* adapter.c - one request of the shim protocol, answered by the reference library. The runner's own
 * target `ref` and the program dciauth-shim both come here, so that they cannot differ. */
#include "adapter.h"

#include "adapter_in.h"
#include "adapter_out.h"
#include "memory.h"
#include "spans.h"

#include <openssl/crypto.h>
#include <stdlib.h>

/* MAX_WORK bounds the work block: more than any vector needs, less than would hurt. */
enum { MAX_WORK = 1 << 30, USUAL_WORK = 16 << 10 };

/* usual_work has room for what nearly every request needs: large blocks that come and go would keep
 * the allocator busy. A work block lies at its end, where a sanitizer sees a write past it. */
typedef struct {
  uint8_t bytes[USUAL_WORK];
} usual_work;

void adapter_init(void) {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT | OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
}

static dciauth_work make_work(size_t bound, usual_work *usual) {
  size_t len = bound < MAX_WORK ? bound : MAX_WORK;
  if (len <= USUAL_WORK) {
    return (dciauth_work){usual->bytes + USUAL_WORK - len, len};
  }
  return (dciauth_work){mem_resize(NULL, len, 1), len};
}

static void free_work(dciauth_work work) {
  if (work.len > USUAL_WORK) {
    free(work.ptr);
  }
}

dciauth_status adapter_derive(const adapter_input *in, dciauth_key *key) {
  const dciauth_sign_params *p = &in->params;
  size_t day = p->timestamp.len < 8 ? p->timestamp.len : 8;
  dciauth_scope scope = {p->algorithm, p->datestamp, p->region, p->service, p->terminator};
  if (scope.date.len == 0) {
    scope.date = dciauth_bytes(p->timestamp.ptr, day);
  }
  return dciauth_key_derive(in->profile, in->secret_key, &scope, key);
}

/* sign: where no key could be derived, nothing is signed. What the signer finds wrong with the
 * request still comes before what is wrong with the key. */
static dciauth_status sign(const adapter_input *in, dciauth_work work, dciauth_signed *result) {
  dciauth_key key;
  dciauth_status derived = adapter_derive(in, &key);
  if (derived != DCIAUTH_OK) {
    dciauth_status status =
        dciauth_canonicalize(in->profile, &in->request, &in->params, work, result);
    return status == DCIAUTH_OK ? derived : status;
  }
  dciauth_status status = dciauth_sign(in->profile, &in->request, &in->params, &key, work, result);
  dciauth_key_wipe(&key);
  return status;
}

static bool is_our_failure(dciauth_status status) {
  return status == DCIAUTH_E_SPACE || status == DCIAUTH_E_CRYPTO;
}

static void answer_sign(int64_t id, const json *input, bool canonical_only, text *out) {
  adapter_input in;
  if (!adapter_read_sign(input, &in)) {
    adapter_put_status(id, in.status, in.message, out);
    adapter_free(&in);
    return;
  }
  dciauth_signed result;
  usual_work usual;
  size_t bound = dciauth_sign_bound(in.profile, &in.request, &in.params);
  dciauth_work work = make_work(bound, &usual);
  dciauth_status status = sign(&in, work, &result);
  if (is_our_failure(status)) {
    adapter_put_status(id, "error", dciauth_status_text(status), out);
  } else if (status != DCIAUTH_OK) {
    adapter_put_refused(id, status, &result.where, out);
  } else if (canonical_only) {
    adapter_put_canonical(id, &result, out);
  } else {
    adapter_put_signed(id, &result, out);
  }
  free_work(work);
  adapter_free(&in);
}

static bool look_up(void *arg, const dciauth_claim *claim, dciauth_credential *out) {
  const adapter_input *in = arg;
  for (size_t i = 0; i < in->num_keys; i++) {
    if (spans_equal(in->keys[i].access_key, claim->access_key)) {
      *out = (dciauth_credential){.secret_key = in->keys[i].secret_key,
                                  .session_token = in->keys[i].session_token};
      return true;
    }
  }
  return false;
}

static size_t verify_bound(const adapter_input *in) {
  return in->setting.policy.view == DCIAUTH_SEEN_WSGI
             ? dciauth_verify_wsgi_bound(in->profile, &in->request)
             : dciauth_verify_bound(in->profile, &in->request);
}

static void answer_verify(int64_t id, const json *input, text *out) {
  adapter_input in;
  if (!adapter_read_verify(input, &in)) {
    adapter_put_status(id, in.status, in.message, out);
    adapter_free(&in);
    return;
  }
  dciauth_verdict verdict;
  usual_work usual;
  dciauth_work work = make_work(verify_bound(&in), &usual);
  dciauth_status status = dciauth_verify(in.profile, &in.request, &in.setting.policy, in.now,
                                         look_up, &in, work, &verdict);
  if (is_our_failure(status)) {
    adapter_put_status(id, "error", dciauth_status_text(status), out);
  } else {
    adapter_put_verdict(id, &verdict, out);
  }
  free_work(work);
  adapter_free(&in);
}

static void answer_request(int64_t id, const char *op, const json *input, text *out) {
  if (strcmp(op, "hello") == 0) {
    adapter_put_hello(id, out);
  } else if (strcmp(op, "sign") == 0) {
    answer_sign(id, input, false, out);
  } else if (strcmp(op, "canonicalize") == 0) {
    answer_sign(id, input, true, out);
  } else if (strcmp(op, "verify") == 0) {
    answer_verify(id, input, out);
  } else {
    adapter_put_status(id, "unsupported", "no such op", out);
  }
}

bool adapter_answer(dciauth_span line, text *out) {
  json_error error;
  json *request = json_parse(line, &error);
  const char *op = json_str(request, "op");
  int64_t id = 0;
  if (request == NULL || op == NULL || !json_int(json_get(request, "id"), &id)) {
    const char *what = request == NULL ? error.what : "a request needs `op` and `id`";
    adapter_put_status(0, "error", what, out);
    json_free(request);
    return true;
  }
  bool goes_on = strcmp(op, "bye") != 0;
  if (goes_on) {
    answer_request(id, op, json_get(request, "input"), out);
  }
  json_free(request);
  return goes_on;
}
