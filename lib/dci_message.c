/* SPDX-License-Identifier: Apache-2.0 */
/* dci_message.c - what python-dciauth says of a request that it refuses, generation by generation:
 * the texts as they were released, small differences included. */
/* spec: python-dciauth v2.signature.is_valid */
/* spec: python-dciauth signature.FlaskHmacSignature.is_valid */
#include "profile.h"

static const char *message_of_functions(const dciauth_profile *p, dciauth_status status) {
  switch (status) {
  case DCIAUTH_OK: return "";
  case DCIAUTH_E_NO_AUTH:
  case DCIAUTH_E_MISSING_DATE:
  case DCIAUTH_E_MALFORMED_CREDENTIAL: return "headers are malformated";
  case DCIAUTH_E_SCOPE_TERMINATOR:
    return p->terminators == TERMINATOR_KNOWN ? "headers are malformated" : NULL;
  case DCIAUTH_E_SKEWED_PAST:
  case DCIAUTH_E_SKEWED_FUTURE: return "signature is expired";
  case DCIAUTH_E_SIGNATURE_MISMATCH: return "signature is invalid";
  default: return NULL;
  }
}

static const char *message_of_class(dciauth_status status) {
  switch (status) {
  case DCIAUTH_OK: return "";
  case DCIAUTH_E_MALFORMED_CREDENTIAL: return "Credential invalid";
  case DCIAUTH_E_SKEWED_PAST:
  case DCIAUTH_E_SKEWED_FUTURE: return "signature is expired";
  case DCIAUTH_E_SIGNATURE_MISMATCH: return "signature invalid";
  default: return NULL;
  }
}

const char *dciauth_is_valid_message(dciauth_status status) {
  const dciauth_profile functions = {.terminators = TERMINATOR_ANY};
  bool of_dictionary = status == DCIAUTH_E_MISSING_DATE || status == DCIAUTH_E_MALFORMED_CREDENTIAL;
  return of_dictionary ? NULL : message_of_functions(&functions, status);
}

const char *dciauth_dci_message(const dciauth_profile *profile, dciauth_status status) {
  if (profile->loose_reading == READING_CLASS) {
    return message_of_class(status);
  }
  bool functions =
      profile->loose_reading == READING_FUNCTIONS && profile->constants == CONSTANTS_CALLER;
  if (functions) {
    return message_of_functions(profile, status);
  }
  return profile->loose_reading == READING_V1 && status == DCIAUTH_OK ? "" : NULL;
}
