/* SPDX-License-Identifier: Apache-2.0 */
/* authorization.c - the value of an Authorization header, in the one form that every verifier
 * reads: ", " between the parameters. Version 1 of python-dciauth looks for a comma behind each of
 * them, the last one too, and has no scope to name. */
/* spec: aws-sigv4 Add the signature to the request */
/* spec: python-dciauth request.AuthRequest.build_headers */
#include "authorization.h"

#include "codec.h"

static uint8_t *copy_text(uint8_t *out, const char *text) {
  return copy_span(out, dciauth_str(text));
}

dciauth_span put_authorization(const dciauth_profile *p, const authorization *a, buf *b,
                               dciauth_span *signature) {
  static const char fixed[] = " Credential=, SignedHeaders=, Signature=";
  bool scoped = p->authorization == AUTHORIZATION_SCOPE;
  bool bare = p->authorization == AUTHORIZATION_BARE;
  size_t mark = b->len;
  size_t len = sizeof fixed - 1 + a->algorithm.len + a->access_key.len + a->signed_headers.len + 64;
  uint8_t *at = put_room(b, len + (scoped ? 1 + a->scope.len : 0) + (bare ? 1 : 0));
  if (at == NULL) {
    *signature = dciauth_bytes(NULL, 0);
    return *signature;
  }
  at = copy_text(copy_span(at, a->algorithm), " Credential=");
  at = copy_span(at, a->access_key);
  if (scoped) {
    at = copy_span(copy_text(at, "/"), a->scope);
  }
  at = copy_span(copy_text(at, ", SignedHeaders="), a->signed_headers);
  at = copy_text(at, ", Signature=");
  encode_hex32(a->mac, (char *)at);
  *signature = dciauth_bytes(at, 64);
  if (bare) {
    at[64] = ',';
  }
  return buf_since(b, mark);
}
