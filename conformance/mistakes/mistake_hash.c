/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_hash.c - the library derives keys by the rules of its dialects alone. A key chain with a
 * mistake in it is HMAC by its definition, over the library's SHA-256. */
#include "mistake_hash.h"

#include <stdlib.h>

enum { BLOCK = 64, DIGEST = 32 };

void hash_hex(dciauth_span bytes, text *out) {
  const dciauth_request request = {.body = bytes};
  dciauth_text hash;
  dciauth_work work = {text_reserve(out, 2 * DIGEST), 2 * DIGEST};
  if (dciauth_payload_hash(dciauth_profile_at(0), &request, work, &hash) == DCIAUTH_OK) {
    text_grow(out, 2 * DIGEST);
  }
}

void hash_put_hex(dciauth_span bytes, text *out) {
  for (size_t i = 0; i < bytes.len; i++) {
    text_printf(out, "%02x", bytes.ptr[i]);
  }
}

static void put_digest(dciauth_span bytes, text *out) {
  text hex = {0};
  hash_hex(bytes, &hex);
  for (size_t i = 0; i + 1 < hex.len; i += 2) {
    const char digits[3] = {hex.ptr[i], hex.ptr[i + 1], '\0'};
    char byte = (char)strtoul(digits, NULL, 16);
    text_put(out, &byte, 1);
  }
  text_free(&hex);
}

/* put_pass appends the digest of the padded key and the bytes. */
static void put_pass(const uint8_t key[BLOCK], uint8_t pad, dciauth_span bytes, text *out) {
  text message = {0};
  for (size_t i = 0; i < BLOCK; i++) {
    uint8_t padded = key[i] ^ pad;
    text_put(&message, &padded, 1);
  }
  text_put_span(&message, bytes);
  put_digest(text_span(&message), out);
  text_free(&message);
}

void hash_hmac(dciauth_span key, dciauth_span bytes, text *out) {
  uint8_t block[BLOCK] = {0};
  text inner = {0}, digest = {0};
  if (key.len > BLOCK) {
    put_digest(key, &digest);
    key = text_span(&digest);
  }
  if (key.len > 0) {
    memcpy(block, key.ptr, key.len);
  }
  put_pass(block, 0x36, bytes, &inner);
  put_pass(block, 0x5c, text_span(&inner), out);
  text_free(&inner);
  text_free(&digest);
}
