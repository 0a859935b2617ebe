/* SPDX-License-Identifier: Apache-2.0 */
/* openssl_fails_lowlevel.c - the functions that crypto.c calls. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <string.h>

#include "openssl_fails.h"

int __real_SHA256_Init(SHA256_CTX *c);
int __real_SHA256_Update(SHA256_CTX *c, const void *data, size_t len);
int __real_SHA256_Final(unsigned char *md, SHA256_CTX *c);
int __wrap_SHA256_Init(SHA256_CTX *c);
int __wrap_SHA256_Update(SHA256_CTX *c, const void *data, size_t len);
int __wrap_SHA256_Final(unsigned char *md, SHA256_CTX *c);

int __wrap_SHA256_Init(SHA256_CTX *c) {
  return openssl_fails_now() ? 0 : __real_SHA256_Init(c);
}

int __wrap_SHA256_Update(SHA256_CTX *c, const void *data, size_t len) {
  return openssl_fails_now() ? 0 : __real_SHA256_Update(c, data, len);
}

int __wrap_SHA256_Final(unsigned char *md, SHA256_CTX *c) {
  if (openssl_fails_now()) {
    memset(md, 0x77, 32); /* what a failed call leaves must not be handed on */
    return 0;
  }
  return __real_SHA256_Final(md, c);
}
