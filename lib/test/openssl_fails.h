/* SPDX-License-Identifier: Apache-2.0 */
/* openssl_fails.h - OpenSSL's SHA-256 made to fail at will: the linker puts the functions of
 * openssl_fails_*.c in the place of those that the library calls. */
#ifndef DCIAUTH_TEST_OPENSSL_FAILS_H
#define DCIAUTH_TEST_OPENSSL_FAILS_H

#include <stdbool.h>

/* openssl_fails_after lets n calls pass and has the next one fail, once. */
void openssl_fails_after(long n);

/* openssl_has_failed: that call was made. From here on none fails. */
bool openssl_has_failed(void);

/* openssl_fails_now is asked by each function that is replaced. */
bool openssl_fails_now(void);

#endif
