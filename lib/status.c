/* SPDX-License-Identifier: Apache-2.0 */
/* status.c - words and texts of the statuses and fields, from the lists in dciauth.h. */
#include "dciauth.h"

const char *dciauth_version(void) {
  return DCIAUTH_VERSION;
}

const char *dciauth_status_class(dciauth_status status) {
  static const char *const words[] = {"ok",
#define DCIAUTH_X(id, word, text) word,
                                      DCIAUTH_STATUS_LIST(DCIAUTH_X)
#undef DCIAUTH_X
  };
  return (unsigned)status < DCIAUTH_NUM_STATUS ? words[status] : "unknown";
}

const char *dciauth_status_text(dciauth_status status) {
  static const char *const texts[] = {"success",
#define DCIAUTH_X(id, word, text) text,
                                      DCIAUTH_STATUS_LIST(DCIAUTH_X)
#undef DCIAUTH_X
  };
  return (unsigned)status < DCIAUTH_NUM_STATUS ? texts[status] : "unknown status";
}

const char *dciauth_refusal(void) {
  return "The request could not be authenticated.";
}

const char *dciauth_field_name(dciauth_field field) {
  static const char *const words[] = {
#define DCIAUTH_X(id, word) word,
      DCIAUTH_FIELD_LIST(DCIAUTH_X)
#undef DCIAUTH_X
  };
  return (unsigned)field < DCIAUTH_NUM_FIELDS ? words[field] : "unknown";
}
