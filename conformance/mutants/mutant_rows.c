/* SPDX-License-Identifier: Apache-2.0 */
/* mutant_rows.c - the table of dialects as the mutant has it: a row that it bends is made of the
 * right one by dciauth_profile_make. The table of the library goes by the name table_at here, which
 * CMakeLists.txt gives it. */
#include "mutant.h"

#include <dciauth.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_ROWS = 16, ROW_BYTES = 4096 };

int mutant_now;

const dciauth_profile *table_at(size_t i);

static bool is_number(const dciauth_profile *row, const char *column) {
  size_t i = 0;
  dciauth_rule rule = dciauth_profile_rule(row, i);
  while (rule.column != NULL && strcmp(rule.column, column) != 0) {
    rule = dciauth_profile_rule(row, ++i);
  }
  return rule.column != NULL && rule.text == NULL;
}

static size_t rules_for(const dciauth_profile *row, dciauth_rule rules[MAX_MUTANT_RULES]) {
  size_t num = 0;
  const char *name = dciauth_profile_rule(row, 0).text;
  for (const mutant_rule *bent = mutants[mutant_now].rules; bent->row != NULL; bent++) {
    if (strcmp(bent->row, name) == 0) {
      bool number = is_number(row, bent->column);
      rules[num++] =
          (dciauth_rule){bent->column, number ? NULL : bent->value, number ? atoi(bent->value) : 0};
    }
  }
  return num;
}

/* bend makes the row once; a table of mutants that asks for a row that cannot be is no mutant. */
static const dciauth_profile *bend(const dciauth_profile *row, size_t i) {
  static _Alignas(16) uint8_t memory[MAX_ROWS][ROW_BYTES];
  static dciauth_own_profile made[MAX_ROWS];
  dciauth_rule rules[MAX_MUTANT_RULES];
  size_t num = rules_for(row, rules);
  if (num == 0 || made[i].profile != NULL) {
    return num == 0 ? row : made[i].profile;
  }
  const dciauth_work work = {memory[i], ROW_BYTES};
  if (dciauth_profile_make(row, rules, num, work, &made[i]) != DCIAUTH_OK) {
    const char *column = rules[made[i].wrong < num ? made[i].wrong : 0].column;
    fprintf(stderr, "dciauth-mutant-shim: %s: no row can have %s so\n", mutants[mutant_now].name,
            column);
    exit(2);
  }
  return made[i].profile;
}

const dciauth_profile *dciauth_profile_at(size_t i) {
  const dciauth_profile *row = i < MAX_ROWS ? table_at(i) : NULL;
  return row == NULL ? NULL : bend(row, i);
}

const dciauth_profile *dciauth_profile_find(dciauth_span name) {
  const dciauth_profile *row = dciauth_profile_at(0);
  for (size_t i = 0; row != NULL; row = dciauth_profile_at(++i)) {
    const char *its = dciauth_profile_rule(row, 0).text;
    if (strlen(its) == name.len && memcmp(its, name.ptr, name.len) == 0) {
      return row;
    }
  }
  return NULL;
}
