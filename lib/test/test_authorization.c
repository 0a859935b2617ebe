/* SPDX-License-Identifier: Apache-2.0 */
/* test_authorization.c - the value of the header, to the byte. */
#include "authorization.h"

#include "support.h"

#define HEX "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define WANT "ALG Credential=key/id/scope/of/it, SignedHeaders=a;b, Signature=" HEX

static void writes(void **state) {
  (void)state;
  uint8_t mac[32];
  for (size_t i = 0; i < sizeof mac; i++) {
    mac[i] = (uint8_t)(i % 16 * 0x11);
  }
  const authorization a = {S("ALG"), S("key/id"), S("scope/of/it"), S("a;b"), mac};
  for (size_t len = 0; len < sizeof WANT + 3; len++) {
    dciauth_span signature;
    work_block block = block_new(len, len % 16);
    buf b = buf_of(block.work);
    put_text(&b, "x");
    dciauth_span value = put_authorization(row("aws4"), &a, &b, &signature);
    bool fits = len >= sizeof WANT; /* one for the x, none for the NUL */
    assert_span(value, fits ? S(WANT) : NOTHING);
    assert_span(signature, fits ? S(HEX) : NOTHING);
    block_free(&block);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(writes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
