/* SPDX-License-Identifier: Apache-2.0 */
/* profile_rules.h - the columns of a row: their names, what they hold, and in which words. */
#ifndef DCIAUTH_PROFILE_RULES_H
#define DCIAUTH_PROFILE_RULES_H

#include "profile.h"

typedef enum {
  COLUMN_NAME,   /* const char * */
  COLUMN_WORD,   /* an enum, and a word for each value */
  COLUMN_TEXT,   /* dciauth_span */
  COLUMN_HEADER, /* header_name */
  COLUMN_PARTS,  /* int key_parts; in words those of the scope are counted too */
  COLUMN_NUMBER  /* int */
} column_kind;

typedef struct {
  const char *name;
  column_kind kind;
  size_t offset;            /* of the member of dciauth_profile */
  const char *const *words; /* in the order of the enum; ends in NULL */
} profile_column;

/* profile_column_at returns column i, or NULL behind the last. */
const profile_column *profile_column_at(size_t i);

/* parts_of_scope returns how many parts of Credential are the scope's. */
int parts_of_scope(const dciauth_profile *p);

#endif
