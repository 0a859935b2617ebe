/* SPDX-License-Identifier: Apache-2.0 */
/* version.c - the versions that a report of a problem should name. */
#include "version.h"

#include "adapter_out.h"

#include <openssl/crypto.h>
#include <openssl/opensslv.h>

void version_put(const char *program, const char *suite, text *out) {
  text_printf(out, "%s %s\n", program, DCIAUTH_VERSION);
  if (suite != NULL) {
    text_printf(out, "suite     %s\n", suite);
  }
  text_printf(out, "protocol  %d\n", PROTOCOL_VERSION);
  text_printf(out, "library   libdciauth %s\n", dciauth_version());
  text_printf(out, "OpenSSL   %s, built with %s\n", OpenSSL_version(OPENSSL_VERSION_STRING),
              OPENSSL_VERSION_STR);
}
