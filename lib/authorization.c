/* SPDX-License-Identifier: Apache-2.0 */
/* authorization.c - the value of an Authorization header, in the one form that every verifier
 * reads: ", " between the parameters. Version 1 of python-dciauth looks for a comma behind each of
 * them, the last one too, and has no scope to name. */
/* spec: aws-sigv4 Add the signature to the request */
/* spec: python-dciauth request.AuthRequest.build_headers */
#include "authorization.h"

#include "codec.h"

dciauth_span put_authorization(const dciauth_profile *p, const authorization *a, buf *b,
                               dciauth_span *signature) {
  size_t mark = b->len;
  put_span(b, a->algorithm);
  put_text(b, " Credential=");
  put_span(b, a->access_key);
  if (p->authorization == AUTHORIZATION_SCOPE) {
    put_byte(b, '/');
    put_span(b, a->scope);
  }
  put_text(b, ", SignedHeaders=");
  put_span(b, a->signed_headers);
  put_text(b, ", Signature=");
  size_t at = b->len;
  put_hex32(b, a->mac);
  put_text(b, p->authorization == AUTHORIZATION_BARE ? "," : "");
  dciauth_span value = buf_since(b, mark);
  *signature = span_to(span_from(value, at - mark), 64);
  return value;
}
