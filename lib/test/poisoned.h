/* SPDX-License-Identifier: Apache-2.0 */
/* poisoned.h - what the tests of constant time share: a row with a secret that is poisoned, and
 * what is signed with it. */
#ifndef DCIAUTH_TEST_POISONED_H
#define DCIAUTH_TEST_POISONED_H

#include "poison.h"
#include "support.h"

enum { MAX_SECRET = 100, BLOCK_SIZE = 16384 };

/* A call works in a block that is clean before it. */
typedef uint8_t work_memory[BLOCK_SIZE];
extern work_memory signing_block;
dciauth_work clean(work_memory block);

/* subject is a row and a secret, poisoned; the sample's key is derived from that. */
typedef struct {
  sample s;
  uint8_t secret[MAX_SECRET];
  size_t len;
  uint8_t authorization[512]; /* once it is signed */
  uint8_t *signature;         /* in it */
} subject;

dciauth_span secret_of(const subject *t);
void subject_begin(subject *t, const dciauth_profile *p, size_t len);

/* row_at returns the rows of the table and one of the caller's, whose key begins with a text of its
 * own; NULL past the last. each tries every row with secrets of every kind of length. */
const dciauth_profile *row_at(size_t i);
void each(void (*test)(subject *));

/* check_leaks: memcheck has not complained since the last time. */
void check_leaks(const subject *t, const char *what);

/* check_only_signature: of what a signer has left in the block, 64 bytes depend on a secret. From
 * then on they are public. */
void check_only_signature(dciauth_span signature);

/* sign adds to the sample what is to be sent, with an Authorization that may be changed. */
void sign(subject *t);

#endif
