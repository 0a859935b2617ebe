/* SPDX-License-Identifier: Apache-2.0 */
/* mistake.c - the groups as one table. */
#include "mistake.h"

static mistake_group group_at(size_t i) {
  static mistake_group (*const groups[])(void) = {mistakes_of_payload, mistakes_of_path,
                                                  mistakes_of_query,   mistakes_of_headers,
                                                  mistakes_of_string,  mistakes_of_key};
  const mistake_group none = {NULL, 0};
  return i < sizeof groups / sizeof *groups ? groups[i]() : none;
}

const mistake *mistake_at(size_t i) {
  size_t number = 0;
  mistake_group group = group_at(number);
  while (group.num > 0 && i >= group.num) {
    i -= group.num;
    group = group_at(++number);
  }
  return group.num > 0 ? &group.items[i] : NULL;
}

size_t mistake_count(void) {
  size_t num = 0, number = 0;
  for (mistake_group group = group_at(number); group.num > 0; group = group_at(++number)) {
    num += group.num;
  }
  return num;
}

bool mistake_make(const mistake *m, const mistake_case *c, parts *wrong) {
  if (m->rows != 0 && (m->rows & c->row) == 0) {
    return false;
  }
  m->make(c, m->how, wrong);
  for (part p = PART_METHOD; p < NUM_PARTS; p++) {
    if (parts_same(wrong, &c->right, PART_BIT(p))) {
      wrong->set &= ~PART_BIT(p);
    }
  }
  return wrong->set != 0;
}
