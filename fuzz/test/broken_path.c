/* SPDX-License-Identifier: Apache-2.0 */
/* broken_path.c - dciauth_canon_path with a bug. */
#include "broken.h"

broken_stage __real_dciauth_canon_path;
broken_stage __wrap_dciauth_canon_path;

static bool holds(dciauth_span in, const char *word) {
  for (size_t i = 0; i + strlen(word) <= in.len; i++) {
    if (memcmp(in.ptr + i, word, strlen(word)) == 0) {
      return true;
    }
  }
  return false;
}

dciauth_status __wrap_dciauth_canon_path(const dciauth_profile *profile, dciauth_span in,
                                         dciauth_work work, dciauth_text *out) {
  dciauth_span given = broken_is("decodes-twice")   ? broken_replaced(in, "%25", "%")
                       : broken_is("plus-is-blank") ? broken_replaced(in, "+", " ")
                                                    : in;
  size_t bound = dciauth_path_bound(profile, in);
  dciauth_status status = broken_call(__real_dciauth_canon_path, bound, profile, given, work, out);
  if (broken_is("encodes-once")) {
    broken_replace(out, "%25", "%");
  }
  if (broken_is("drops-escapes")) {
    broken_replace(out, "%25", "");
  }
  if (broken_is("drops-lf")) {
    broken_replace(out, "\n", "");
  }
  if (broken_is("keeps-slashes") && status == DCIAUTH_OK && holds(in, "//")) {
    broken_replace(out, "/", "");
  }
  if (broken_is("strips-slash") && status == DCIAUTH_OK && out->text.len > 1 &&
      out->text.ptr[out->text.len - 1] == '/') {
    out->text.len--;
  }
  if (broken_is("other-class") && status == DCIAUTH_E_MALFORMED_URI) {
    status = DCIAUTH_E_MALFORMED_QUERY;
  }
  return status;
}
