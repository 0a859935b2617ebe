/* SPDX-License-Identifier: Apache-2.0 */
/* authorization.c - the value of an Authorization header, in the one form that every verifier
 * reads: ", " between the parameters. */
/* spec: aws-sigv4 Add the signature to the request */
#include "authorization.h"

dciauth_span put_authorization(const authorization *a, buf *b, dciauth_span *signature) {
  size_t mark = b->len;
  put_span(b, a->algorithm);
  put_text(b, " Credential=");
  put_span(b, a->access_key);
  put_byte(b, '/');
  put_span(b, a->scope);
  put_text(b, ", SignedHeaders=");
  put_span(b, a->signed_headers);
  put_text(b, ", Signature=");
  size_t at = b->len;
  put_bytes(b, a->signature, 64);
  *signature = buf_since(b, at);
  return buf_since(b, mark);
}
