/* SPDX-License-Identifier: Apache-2.0 */
/* openssl_fails_evp.c - the functions that crypto_evp.c calls. */
#include <openssl/evp.h>
#include <string.h>

#include "openssl_fails.h"

EVP_MD *__real_EVP_MD_fetch(OSSL_LIB_CTX *ctx, const char *name, const char *properties);
EVP_MD_CTX *__real_EVP_MD_CTX_new(void);
int __real_EVP_DigestInit_ex2(EVP_MD_CTX *ctx, const EVP_MD *md, const OSSL_PARAM params[]);
int __real_EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t len);
int __real_EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *len);
EVP_MD *__wrap_EVP_MD_fetch(OSSL_LIB_CTX *ctx, const char *name, const char *properties);
EVP_MD_CTX *__wrap_EVP_MD_CTX_new(void);
int __wrap_EVP_DigestInit_ex2(EVP_MD_CTX *ctx, const EVP_MD *md, const OSSL_PARAM params[]);
int __wrap_EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t len);
int __wrap_EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *len);

EVP_MD *__wrap_EVP_MD_fetch(OSSL_LIB_CTX *ctx, const char *name, const char *properties) {
  return openssl_fails_now() ? NULL : __real_EVP_MD_fetch(ctx, name, properties);
}

EVP_MD_CTX *__wrap_EVP_MD_CTX_new(void) {
  return openssl_fails_now() ? NULL : __real_EVP_MD_CTX_new();
}

int __wrap_EVP_DigestInit_ex2(EVP_MD_CTX *ctx, const EVP_MD *md, const OSSL_PARAM params[]) {
  return openssl_fails_now() ? 0 : __real_EVP_DigestInit_ex2(ctx, md, params);
}

int __wrap_EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *data, size_t len) {
  return openssl_fails_now() ? 0 : __real_EVP_DigestUpdate(ctx, data, len);
}

int __wrap_EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *len) {
  if (openssl_fails_now()) {
    memset(md, 0x77, 32); /* what a failed call leaves must not be handed on */
    return 0;
  }
  return __real_EVP_DigestFinal_ex(ctx, md, len);
}
