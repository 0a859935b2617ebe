/* SPDX-License-Identifier: Apache-2.0 */
/* mistake.h - the known mistakes: a table of ways in which real signers go wrong. */
#ifndef CONFORM_MISTAKE_H
#define CONFORM_MISTAKE_H

#include "mistake_case.h"

/* mistake: `make` writes what a signer with this mistake would have for the parts that it concerns;
 * it may write what is right, or nothing, where the mistake does not show. `how` is its own. */
typedef struct {
  const char *name; /* what a maintainer reads; without " or " and ";", which join names */
  unsigned rows;    /* ROW_*: in dialects with one of these; 0: in all */
  void (*make)(const mistake_case *c, const void *how, parts *out);
  const void *how;
} mistake;

typedef struct {
  const mistake *items;
  size_t num;
} mistake_group;

/* The groups, by what they concern. Among mistakes that have the same effect the more common or the
 * more specific one stands first. */
mistake_group mistakes_of_path(void);
mistake_group mistakes_of_query(void);
mistake_group mistakes_of_headers(void);
mistake_group mistakes_of_payload(void); /* and of the method */
mistake_group mistakes_of_string(void);
mistake_group mistakes_of_key(void); /* and of the signature */

/* mistake_at returns mistake i of all groups, or NULL past the last. */
const mistake *mistake_at(size_t i);
size_t mistake_count(void);

/* mistake_make fills what a signer with the mistake would have wrong. False: nothing; the mistake
 * cannot be made in the dialect, or does not show. Call parts_free in either case. */
bool mistake_make(const mistake *m, const mistake_case *c, parts *wrong);

#endif
