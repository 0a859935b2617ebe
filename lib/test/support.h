/* SPDX-License-Identifier: Apache-2.0 */
/* support.h - what the tests of lib/ share: cmocka with its prerequisites, assertions on spans,
 * statuses and positions that name the place they stand at, and work blocks of an exact size at a
 * chosen alignment. */
#ifndef DCIAUTH_TEST_SUPPORT_H
#define DCIAUTH_TEST_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#undef fail /* the library has a function of this name; fail_msg of cmocka needs the macro */

#include "dciauth.h"

/* S makes a span of a string literal, NUL bytes inside included. */
#define S(literal) dciauth_bytes(literal, sizeof(literal) - 1)
/* LIT is the same for the initialiser of a static object. */
#define LIT(literal)                                                                               \
  { (const uint8_t *)(literal), sizeof(literal) - 1 }
#define NUM(array) (sizeof(array) / sizeof(array)[0])
#define NOTHING dciauth_bytes(NULL, 0)

#define SECRET "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
#define EMPTY_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

void check_span(dciauth_span got, dciauth_span want, const char *note, const char *file, int line);
void check_status(dciauth_status got, dciauth_status want, const char *note, const char *file,
                  int line);
void check_where(dciauth_where got, dciauth_field field, size_t index, size_t offset,
                 const char *note, const char *file, int line);
void check_zero(const void *bytes, size_t len, const char *file, int line);

#define assert_span(got, want) check_span(got, want, "", __FILE__, __LINE__)
#define assert_status(got, want) check_status(got, want, "", __FILE__, __LINE__)
#define assert_where(got, field, index, offset)                                                    \
  check_where(got, field, index, offset, "", __FILE__, __LINE__)
#define assert_zero(thing) check_zero(&(thing), sizeof(thing), __FILE__, __LINE__)
#define explain(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))
#define assert_ok(got) assert_status(got, DCIAUTH_OK)

/* row returns a row of the table by name, or fails the test. */
const dciauth_profile *row(const char *name);

/* kind returns one of the three rows that tables of expectations have a column for: "aws4",
 * "aws4-s3", "dci2-v2.1". What the other five do differently is in test_rows.c. */
enum { NUM_KINDS = 3 };
const dciauth_profile *kind(size_t i);

/* is_dci: a row of python-dciauth; is_functional: one of its three calls, too. */
bool is_dci(const dciauth_profile *p);
bool is_functional(const dciauth_profile *p);

/* decodes_path: a verifier of the row refuses paths that decode to more than one request. */
bool decodes_path(const dciauth_profile *p);

/* row_text returns a column of a row: row_text(p, "date_header") is "X-Amz-Date". */
const char *row_text(const dciauth_profile *p, const char *column);

/* A block ends where its allocation ends, so that a sanitizer sees one byte too many; what lies
 * before it is a pattern that block_free checks. */
typedef struct {
  uint8_t *base;
  size_t before;
  dciauth_work work;
} work_block;

work_block block_new(size_t len, size_t alignment);
void block_free(work_block *b);

/* copy_exact copies a span to an allocation of its own length: reading past it is seen. free() it
 * by the pointer. */
dciauth_span copy_exact(dciauth_span s);

/* sample is a request that every row signs, with its parameters. */
typedef struct {
  const dciauth_profile *p;
  dciauth_pair headers[8]; /* room for what a signer adds */
  dciauth_request request;
  dciauth_sign_params params;
  dciauth_key key;
} sample;

enum { SAMPLE_NOW = 1440938160, SAMPLE_NUM_ROWS = 8 }; /* 2015-08-30T12:36:00Z */

void sample_init(sample *s, const dciauth_profile *p);

/* sample_add_my_header gives the sample a second header, "My-Header", and has it signed. */
void sample_add_my_header(sample *s, const char *value);

/* sample_derive derives the key anew after the scope has changed. */
void sample_derive(sample *s);

/* sample_sign signs with enough work, appends the added headers to those of the sample and returns
 * the block, to free when the sample is done. */
work_block sample_sign(sample *s, dciauth_signed *out);

/* sample_policy is the strict policy that expects the sample's region and service. */
dciauth_policy sample_policy(const sample *s);

/* sample_policy_at returns a strict policy, one that allows all but what makes others meaningless,
 * or that of python-dciauth. */
enum { SAMPLE_NUM_POLICIES = 3 };
dciauth_policy sample_policy_at(const sample *s, size_t i);

/* sample_is_reason: the request is at fault, and the status has a class to say so with. */
bool sample_is_reason(dciauth_status status);

/* sample_lookup knows every access key: `arg` is a dciauth_credential. */
bool sample_lookup(void *arg, const dciauth_claim *claim, dciauth_credential *out);

/* sample_verify verifies at SAMPLE_NOW with enough work, which it frees: the spans of `out` are
 * stale. */
dciauth_status sample_verify(const sample *s, const dciauth_policy *policy, dciauth_verdict *out);

/* A work_call makes one call in `work`, checks that on DCIAUTH_E_SPACE its result is zero, and
 * writes its result as text of at most SWEEP_TEXT bytes. */
enum { SWEEP_TEXT = 16384 };
typedef dciauth_status (*work_call)(const void *arg, dciauth_work work, char *text, size_t *len);

/* sweep_work makes a call with every size of work from nothing to the bound, at every alignment, in
 * a block of that size exactly. It either says DCIAUTH_E_SPACE or gives the status wanted and the
 * text it gives with more than enough; and what once was enough stays enough. */
void sweep_work(work_call run, const void *arg, size_t bound, dciauth_status want);

/* copy_text copies a span to text and returns its length. */
size_t copy_text(char *text, dciauth_span s);

/* describe_* write a result as text, so that two can be compared; at most `size` bytes. */
size_t describe_stages(const dciauth_stages *stages, char *out, size_t size);
size_t describe_signed(const dciauth_signed *s, char *out, size_t size);
size_t describe_verdict(const dciauth_verdict *v, char *out, size_t size);

#endif
