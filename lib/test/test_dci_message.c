/* SPDX-License-Identifier: Apache-2.0 */
/* test_dci_message.c - the texts of python-dciauth, generation by generation, as released. */
#include "support.h"

#include <string.h>

typedef struct {
  const char *row;
  dciauth_status status;
  const char *text; /* NULL: the package has none */
} message_case;

static void texts_as_released(void **state) {
  (void)state;
  static const message_case cases[] = {
      {"dci2-v2.1", DCIAUTH_OK, ""},
      {"dci2-v2.1", DCIAUTH_E_NO_AUTH, "headers are malformated"},
      {"dci2-v2.1", DCIAUTH_E_MISSING_DATE, "headers are malformated"},
      {"dci2-v2.1", DCIAUTH_E_MALFORMED_CREDENTIAL, "headers are malformated"},
      {"dci2-v2.1", DCIAUTH_E_SCOPE_TERMINATOR, NULL},
      {"dci2-v2.1", DCIAUTH_E_SKEWED_PAST, "signature is expired"},
      {"dci2-v2.1", DCIAUTH_E_SIGNATURE_MISMATCH, "signature is invalid"},
      {"dci2-v2.1", DCIAUTH_E_MALFORMED_AUTH_HEADER, NULL},
      {"dci2-v2.1", DCIAUTH_E_UNKNOWN_KEY, NULL},
      {"dci2-v2", DCIAUTH_E_SCOPE_TERMINATOR, "headers are malformated"},
      {"dci2-v2", DCIAUTH_E_SKEWED_FUTURE, "signature is expired"},
      {"dci2", DCIAUTH_OK, ""},
      {"dci2", DCIAUTH_E_NO_AUTH, NULL},
      {"dci2", DCIAUTH_E_MALFORMED_CREDENTIAL, "Credential invalid"},
      {"dci2", DCIAUTH_E_SKEWED_PAST, "signature is expired"},
      {"dci-aws4", DCIAUTH_E_SKEWED_FUTURE, "signature is expired"},
      {"dci-aws4", DCIAUTH_E_SIGNATURE_MISMATCH, "signature invalid"},
      {"dci1", DCIAUTH_OK, ""},
      {"dci1", DCIAUTH_E_SIGNATURE_MISMATCH, NULL},
      {"aws4", DCIAUTH_OK, NULL},
      {"aws4", DCIAUTH_E_SIGNATURE_MISMATCH, NULL},
  };
  for (size_t i = 0; i < NUM(cases); i++) {
    const message_case *c = &cases[i];
    const char *got = dciauth_dci_message(row(c->row), c->status);
    if ((got == NULL) != (c->text == NULL) || (got != NULL && strcmp(got, c->text) != 0)) {
      explain("%s, %s: %s", c->row, dciauth_status_class(c->status), got == NULL ? "NULL" : got);
    }
  }
}

/* What a client may be told says the same of everything. */
static void the_clients_text_tells_nothing(void **state) {
  (void)state;
  const char *text = dciauth_refusal();
  for (size_t i = 0; dciauth_profile_at(i) != NULL; i++) {
    for (int status = 0; status < DCIAUTH_NUM_STATUS; status++) {
      const char *message = dciauth_dci_message(dciauth_profile_at(i), (dciauth_status)status);
      assert_true(message == NULL || message[0] == '\0' || strstr(text, message) == NULL);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_as_released),
      cmocka_unit_test(the_clients_text_tells_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
