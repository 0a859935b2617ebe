/* SPDX-License-Identifier: Apache-2.0 */
/* key.c - the signing key: a chain of HMACs over the parts of the scope, so that the secret itself
 * signs nothing. It starts from what the algorithm is called, less "-HMAC-SHA256", and the secret:
 * "AWS4" or "DCI2", or from a text of the row's; in version 1 of python-dciauth from the secret
 * alone, and ends with the date. */
/* spec: aws-sigv4 Derive a signing key */
/* spec: python-dciauth v2.headers._get_signing_key */
/* spec: python-dciauth signature.Signature._sign */
#include "key.h"

#include "codec.h"
#include "crypto.h"
#include "scope.h"

/* shorten removes every "-HMAC-SHA256" from an algorithm into out (algorithm.len bytes). */
static dciauth_span shorten(dciauth_span algorithm, uint8_t *out) {
  const dciauth_span suffix = dciauth_str("-HMAC-SHA256");
  size_t len = 0;
  for (dciauth_span rest = algorithm; rest.len > 0;) {
    if (span_starts_with(rest, suffix)) {
      rest = span_from(rest, suffix.len);
    } else {
      out[len++] = rest.ptr[0];
      rest = span_from(rest, 1);
    }
  }
  return dciauth_bytes(out, len);
}

dciauth_status key_prefix(const dciauth_profile *p, dciauth_span algorithm,
                          uint8_t out[DCIAUTH_MAX_SCOPE_PART], dciauth_span *prefix) {
  *prefix = dciauth_bytes(NULL, 0);
  if (algorithm.len > DCIAUTH_MAX_SCOPE_PART) {
    return DCIAUTH_E_LIMIT_EXCEEDED;
  }
  switch (p->key_prefix) {
  case PREFIX_ALGORITHM: *prefix = shorten(algorithm, out); break;
  case PREFIX_TEXT: *prefix = p->key_prefix_text; break;
  default: break;
  }
  return DCIAUTH_OK;
}

/* step replaces the 32 bytes at `link` by HMAC(link, text). */
static dciauth_status step(uint8_t link[32], dciauth_span text) {
  return crypto_hmac_once(dciauth_bytes(link, 32), dciauth_bytes(NULL, 0), text, link);
}

/* first_step is HMAC(prefix + secret, date). */
static dciauth_status first_step(const dciauth_profile *p, dciauth_span secret,
                                 const dciauth_scope *scope, uint8_t link[32]) {
  uint8_t room[DCIAUTH_MAX_SCOPE_PART];
  dciauth_span prefix;
  dciauth_status status = key_prefix(p, scope->algorithm, room, &prefix);
  if (status != DCIAUTH_OK || secret.len > DCIAUTH_MAX_SECRET) {
    return DCIAUTH_E_LIMIT_EXCEEDED;
  }
  return crypto_hmac_once(prefix, secret, scope->date, link);
}

dciauth_status key_bytes(const dciauth_profile *p, dciauth_span secret, const dciauth_scope *scope,
                         uint8_t out[32]) {
  dciauth_span parts[MAX_SCOPE_PARTS];
  size_t num = scope_parts(p, scope, parts);
  memset(out, 0, 32);
  dciauth_status status = first_step(p, secret, scope, out);
  for (size_t i = 1; status == DCIAUTH_OK && i < num; i++) {
    status = step(out, parts[i]);
  }
  if (status != DCIAUTH_OK) {
    crypto_wipe(out, 32);
  }
  return status;
}

dciauth_status key_of(const dciauth_profile *p, dciauth_span secret, const dciauth_scope *scope,
                      dciauth_key *out) {
  uint8_t bytes[32];
  dciauth_status status = key_bytes(p, secret, scope, bytes);
  if (status == DCIAUTH_OK) {
    status = crypto_hmac_key(dciauth_bytes(bytes, sizeof bytes), dciauth_bytes(NULL, 0), out);
  } else {
    clear(out, sizeof *out);
  }
  crypto_wipe(bytes, sizeof bytes);
  return status;
}

dciauth_status dciauth_key_derive(const dciauth_profile *profile, dciauth_span secret,
                                  const dciauth_scope *scope, dciauth_key *out) {
  dciauth_where where;
  dciauth_scope full = *scope;
  scope_fill(profile, &full);
  dciauth_status status =
      secret.len == 0 ? DCIAUTH_E_ARGUMENT : scope_check(profile, &full, &where);
  if (status == DCIAUTH_OK) {
    return key_of(profile, secret, &full, out);
  }
  clear(out, sizeof *out);
  return status;
}

void dciauth_key_wipe(dciauth_key *key) {
  crypto_wipe(key, sizeof *key);
}

dciauth_status signature_bytes(const dciauth_key *key, dciauth_span string_to_sign, uint8_t *room,
                               uint8_t out[32]) {
  if (!crypto_is_key(key)) {
    memset(out, 0, 32);
    return DCIAUTH_E_ARGUMENT;
  }
  return crypto_hmac(key, string_to_sign, room, out);
}

dciauth_status dciauth_signature(const dciauth_key *key, dciauth_span string_to_sign,
                                 char out[64]) {
  uint8_t mac[32];
  dciauth_status status = signature_bytes(key, string_to_sign, NULL, mac);
  if (status == DCIAUTH_E_ARGUMENT) {
    memset(out, 0, 64);
    return status;
  }
  encode_hex32(mac, out);
  crypto_wipe(mac, sizeof mac);
  return status;
}
