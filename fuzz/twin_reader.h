/* SPDX-License-Identifier: Apache-2.0 */
/* twin_reader.h - what the two files that read an Authorization value share. */
#ifndef FUZZ_TWIN_READER_H
#define FUZZ_TWIN_READER_H

#include "twin.h"

/* twin_reader is the value, and the row whose rules it is read by. */
typedef struct {
  const uint8_t *value;
  size_t len;
  twin_row row;
} twin_reader;

bool twin_range_is(const twin_reader *r, twin_range range, const char *word);

/* twin_until returns the range from `at` to the first `byte`, or to the end. */
twin_range twin_until(const twin_reader *r, size_t at, size_t end, uint8_t byte);

/* twin_credential judges the value of Credential, and fills the access key and the scope of *out if
 * the class is "ok". */
const char *twin_credential(const twin_reader *r, twin_range credential, twin_claim *out);

#endif
