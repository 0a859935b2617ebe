/* SPDX-License-Identifier: Apache-2.0 */
/* crypto.c - on OpenSSL's low-level SHA-256. Those calls are deprecated since 3.0 and still the
 * only ones that neither allocate nor fetch; an HMAC key is kept as the two states after the padded
 * key block, so that an HMAC costs no more than its message. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "crypto.h"

#include <openssl/sha.h>

#include "crypto_block.h"
#include "vector.h"

/* hmac_state is what lies in a dciauth_key: copied in and out with memcpy, never cast. */
typedef struct {
  SHA256_CTX inner, outer;
} hmac_state;

_Static_assert(CRYPTO_SEAL == BLOCK + 8, "a byte, less than a block of zeros, and a length");
_Static_assert(sizeof(hmac_state) == sizeof(dciauth_key), "a dciauth_key holds two SHA-256 states");

static bool update(SHA256_CTX *ctx, dciauth_span s) {
  return s.len == 0 || SHA256_Update(ctx, s.ptr, s.len) == 1;
}

/* spec: fips180-4 5.1.1 */
/* seal pads a message of len bytes, behind `before` more, with up to CRYPTO_SEAL bytes; returns
 * how many bytes the blocks are. */
static size_t seal(uint8_t *message, size_t len, size_t before) {
  size_t end = (len + CRYPTO_SEAL) / BLOCK * BLOCK;
  memset(message + len, 0, CRYPTO_SEAL);
  message[len] = 0x80;
  word_put(word_turned((uint64_t)(before + len) * 8), message + end - 8);
  return end;
}

#if defined(__SSE2__)
/* put_state writes the digest sixteen bytes at a time, as they will be read: what reads the bytes
 * of two writes waits until both are in the cache, and somebody always waits for a digest. */
static void put_state(const SHA_LONG h[8], uint8_t out[32]) {
  vector_put(vector_turned_words(vector_at((const uint8_t *)h)), out);
  vector_put(vector_turned_words(vector_at((const uint8_t *)(h + 4))), out + VECTOR);
}
#else
static void put_state(const SHA_LONG h[8], uint8_t out[32]) {
  for (size_t i = 0; i < 8; i += 2) {
    word_put(word_turned((uint64_t)h[i] << 32 | h[i + 1]), out + 4 * i);
  }
}
#endif

/* hash_blocks ends a digest with whole blocks. That is quicker than SHA256_Final, which takes a
 * call of its own for the last one, and as safe: a state is public, and whole blocks leave nothing
 * to come. */
static bool hash_blocks(SHA256_CTX *ctx, const uint8_t *blocks, size_t len, uint8_t out[32]) {
  bool ok = SHA256_Update(ctx, blocks, len) == 1;
  put_state(ctx->h, out);
  return ok;
}

/* hash_sealed writes behind the message. */
static bool hash_sealed(SHA256_CTX *ctx, uint8_t *message, size_t len, size_t before,
                        uint8_t out[32]) {
  return hash_blocks(ctx, message, seal(message, len, before), out);
}

/* hash_rest ends a digest of `before` bytes with a message. */
static bool hash_rest(SHA256_CTX *ctx, dciauth_span message, size_t before, uint8_t *room,
                      uint8_t out[32]) {
  return room != NULL ? hash_sealed(ctx, room - message.len, message.len, before, out)
                      : update(ctx, message) && SHA256_Final(out, ctx) == 1;
}

/* spec: fips180-4 6.2 */
static bool sha256_two(dciauth_span head, dciauth_span tail, uint8_t out[32]) {
  SHA256_CTX ctx;
  bool ok = SHA256_Init(&ctx) == 1 && update(&ctx, head) && update(&ctx, tail) &&
            SHA256_Final(out, &ctx) == 1;
  crypto_wipe(&ctx, sizeof ctx); /* the message may be a secret */
  return ok;
}

dciauth_status crypto_sha256(dciauth_span message, uint8_t *room, uint8_t out[32]) {
  SHA256_CTX ctx;
  return done(SHA256_Init(&ctx) == 1 && hash_rest(&ctx, message, 0, room, out), out);
}

static bool key_block(dciauth_span head, dciauth_span tail, uint8_t block[BLOCK]) {
  return fill_block(head, tail, block) || sha256_two(head, tail, block);
}

/* absorb starts a digest with a block. */
static bool absorb(const uint8_t block[BLOCK], uint8_t pad, SHA256_CTX *ctx) {
  uint8_t padded[BLOCK];
  xor_block(block, pad, padded);
  bool ok = SHA256_Init(ctx) == 1 && SHA256_Update(ctx, padded, BLOCK) == 1;
  crypto_wipe(padded, sizeof padded);
  return ok;
}

/* spec: rfc2104 2 */
dciauth_status crypto_hmac_key(dciauth_span head, dciauth_span tail, dciauth_key *out) {
  uint8_t block[BLOCK];
  hmac_state state;
  bool ok = key_block(head, tail, block) && absorb(block, INNER, &state.inner) &&
            absorb(block, OUTER, &state.outer);
  if (ok) {
    memcpy(out, &state, sizeof state);
  } else {
    clear(out, sizeof *out);
  }
  crypto_wipe(block, sizeof block);
  crypto_wipe(&state, sizeof state);
  return ok ? DCIAUTH_OK : DCIAUTH_E_CRYPTO;
}

/* is_sha256: the state at that offset of a key says so. SHA256_Final writes as many bytes as the
 * state says, none at all for a zeroed one, and reports success. */
static bool is_sha256(const dciauth_key *key, size_t offset) {
  unsigned len;
  memcpy(&len, (const uint8_t *)key + offset + offsetof(SHA256_CTX, md_len), sizeof len);
  return len == SHA256_DIGEST_LENGTH;
}

bool crypto_is_key(const dciauth_key *key) {
  return is_sha256(key, offsetof(hmac_state, inner)) && is_sha256(key, offsetof(hmac_state, outer));
}

dciauth_status crypto_hmac(const dciauth_key *key, dciauth_span message, uint8_t *room,
                           uint8_t out[32]) {
  struct {
    hmac_state state;
    uint8_t digest[32 + CRYPTO_SEAL];
  } s;
  memcpy(&s.state, key, sizeof s.state);
  size_t end = seal(s.digest, 32, BLOCK); /* before there is one: so nobody waits for that */
  bool ok = crypto_is_key(key) && hash_rest(&s.state.inner, message, BLOCK, room, s.digest) &&
            hash_blocks(&s.state.outer, s.digest, end, out);
  crypto_wipe(&s, sizeof s.state + 32); /* the digest goes too */
  return done(ok, out);
}

/* once_state is what one HMAC leaves behind. */
typedef struct {
  SHA256_CTX ctx;
  uint8_t text[2 * BLOCK + CRYPTO_SEAL];
} once_state;

/* digest_behind hashes the block and the message behind it; a short one goes with the block. */
static bool digest_behind(once_state *s, const uint8_t block[BLOCK], uint8_t pad,
                          dciauth_span message, uint8_t out[32]) {
  dciauth_span near = span_to(message, BLOCK);
  xor_block(block, pad, s->text);
  if (near.len > 0) {
    memcpy(s->text + BLOCK, near.ptr, near.len);
  }
  if (SHA256_Init(&s->ctx) != 1) {
    return false;
  }
  if (near.len == message.len) {
    return hash_sealed(&s->ctx, s->text, BLOCK + near.len, 0, out);
  }
  return SHA256_Update(&s->ctx, s->text, BLOCK + near.len) == 1 &&
         update(&s->ctx, span_from(message, near.len)) && SHA256_Final(out, &s->ctx) == 1;
}

dciauth_status crypto_hmac_once(dciauth_span head, dciauth_span tail, dciauth_span message,
                                uint8_t out[32]) {
  uint8_t block[BLOCK];
  once_state s;
  bool ok = key_block(head, tail, block) && digest_behind(&s, block, INNER, message, out) &&
            digest_behind(&s, block, OUTER, dciauth_bytes(out, 32), out);
  crypto_wipe(block, sizeof block);
  crypto_wipe(&s, sizeof s);
  return done(ok, out);
}
