/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_row.c - reads the library's table by its words. */
#include "mistake_row.h"

const char *row_text(const dciauth_profile *profile, const char *column) {
  for (size_t i = 0;; i++) {
    dciauth_rule rule = dciauth_profile_rule(profile, i);
    if (rule.column == NULL) {
      return "";
    }
    if (rule.text != NULL && strcmp(rule.column, column) == 0) {
      return rule.text;
    }
  }
}

unsigned row_traits(const dciauth_profile *profile) {
  static const struct {
    const char *column, *word;
  } all[] = {
#define ROW_X(id, column, word) {column, word},
      ROW_LIST(ROW_X)
#undef ROW_X
  };
  unsigned traits = 0;
  for (size_t i = 0; i < ROW_NUM; i++) {
    traits |= strcmp(row_text(profile, all[i].column), all[i].word) == 0 ? 1U << i : 0;
  }
  return traits;
}
