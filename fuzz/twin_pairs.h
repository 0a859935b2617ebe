/* SPDX-License-Identifier: Apache-2.0 */
/* twin_pairs.h - a query as a list of pairs, for both query rules. */
#ifndef FUZZ_TWIN_PAIRS_H
#define FUZZ_TWIN_PAIRS_H

#include "text.h"

typedef struct {
  text name, value;
} twin_pair;

typedef struct {
  twin_pair *ptr;
  size_t len;
} twin_pairs;

/* twin_pairs_split cuts at '&', drops empty pieces and cuts each at its first '=', no '=' being an
 * empty value. */
void twin_pairs_split(twin_pairs *pairs, const uint8_t *query, size_t len);

/* twin_recode appends what a name or a value becomes. */
typedef void twin_recode(const uint8_t *ptr, size_t len, text *out);

/* twin_pairs_recode recodes every name and every value. */
void twin_pairs_recode(twin_pairs *pairs, twin_recode *recode);

/* twin_pairs_sort sorts by name, then by value. */
void twin_pairs_sort(twin_pairs *pairs);

/* twin_pairs_join appends name=value, joined with '&'. */
void twin_pairs_join(const twin_pairs *pairs, text *out);

void twin_pairs_free(twin_pairs *pairs);

#endif
