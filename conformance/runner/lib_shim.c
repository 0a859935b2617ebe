/* SPDX-License-Identifier: Apache-2.0 */
/* lib_shim.c - dciauth-shim.so: the reference library as a shared object for lib:PATH. */
#include "adapter.h"
#include "shim_call.h"

__attribute__((visibility("default"))) const char *dciauth_shim_call(const char *json, size_t len,
                                                                     size_t *out_len) {
  static text answer;
  if (answer.ptr == NULL) {
    adapter_init();
  }
  text_clear(&answer);
  if (!adapter_answer(dciauth_bytes(json, len), &answer)) {
    text_free(&answer); /* bye: nothing is left */
  }
  *out_len = answer.len;
  return text_str(&answer);
}
