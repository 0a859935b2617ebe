/* SPDX-License-Identifier: Apache-2.0 */
/* twin.h - the naive twins: each restates the rules of one small function of the library in the
 * plainest way, quadratic where that is plainer, and shares no code and no header with it. An
 * answer is a class, "ok" or the word of the refusal, and a text; both must be those of the
 * library. */
#ifndef FUZZ_TWIN_H
#define FUZZ_TWIN_H

#include "text.h"

/* twin_row is a row of the table of dialects: the order is that of the leading byte of an input. */
typedef enum {
  TWIN_AWS4,
  TWIN_AWS4_S3,
  TWIN_DCI2_V21,
  TWIN_AWS4_RAW,
  TWIN_DCI2,
  TWIN_DCI2_V2,
  TWIN_DCI_AWS4,
  TWIN_DCI1,
  TWIN_NUM_ROWS
} twin_row;

/* twin_row_name: "aws4", "aws4-s3", "dci2-v2.1". */
const char *twin_row_name(twin_row row);

/* twin_is_dci: a row of python-dciauth, where a path and a query are Python's text. */
bool twin_is_dci(twin_row row);

/* twin_is_release4: a row of release 4 of it, where the path is decoded, and the pairs of a query
 * are sorted as encoded. */
bool twin_is_release4(twin_row row);

/* twin_path appends the canonical path to *out if the class is "ok". */
const char *twin_path(twin_row row, const uint8_t *path, size_t len, text *out);

/* twin_query appends the canonical query to *out if the class is "ok". */
const char *twin_query(twin_row row, const uint8_t *query, size_t len, text *out);

/* twin_query_dci is the rule of the dci rows: Python's parse_qsl; then sorted and urlencode, or
 * quote and sorted. */
const char *twin_query_dci(twin_row row, const uint8_t *query, size_t len, text *out);

/* twin_range is a part of the value: where it starts and how long it is. */
typedef struct {
  size_t at, len;
} twin_range;

enum {
  TWIN_ALGORITHM,
  TWIN_ACCESS_KEY,
  TWIN_DATE,
  TWIN_REGION,
  TWIN_SERVICE,
  TWIN_TERMINATOR,
  TWIN_SCOPE,
  TWIN_SIGNED_HEADERS,
  TWIN_SIGNATURE,
  TWIN_NUM_PARTS
};

/* twin_claim is what an Authorization value says of itself. */
typedef struct {
  twin_range part[TWIN_NUM_PARTS];
} twin_claim;

/* twin_auth_header fills *out if the class is "ok". */
const char *twin_auth_header(twin_row row, const uint8_t *value, size_t len, twin_claim *out);

#endif
