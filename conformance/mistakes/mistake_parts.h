/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_parts.h - the parts that a signature is made of, in order, and what follows from them. */
#ifndef CONFORM_MISTAKE_PARTS_H
#define CONFORM_MISTAKE_PARTS_H

#include "text.h"

/* part: first the canonical request, then the four lines of the string to sign; the last of these,
 * DIGEST, follows from the canonical request, as SIGNATURE does from all others. */
typedef enum {
  PART_METHOD,
  PART_PATH,
  PART_QUERY,
  PART_HEADERS, /* the lines, each with its line feed */
  PART_SIGNED_HEADERS,
  PART_PAYLOAD,
  PART_ALGORITHM,
  PART_TIMESTAMP,
  PART_SCOPE,
  PART_DIGEST,
  PART_KEY, /* the signing key's bytes */
  PART_SIGNATURE,
  NUM_PARTS
} part;

#define PART_BIT(p) (1u << (p))

/* PARTS_OF_REQUEST, PARTS_OF_STRING: what makes the canonical request and the string to sign. */
enum {
  PARTS_OF_REQUEST = PART_BIT(PART_ALGORITHM) - 1,
  PARTS_OF_STRING = PART_BIT(PART_KEY) - PART_BIT(PART_ALGORITHM)
};

/* parts holds values for the parts in `set`. */
typedef struct {
  text value[NUM_PARTS];
  unsigned set;
} parts;

/* parts_begin empties a part, counts it as set, and returns what to append its value to. */
text *parts_begin(parts *p, part which);
void parts_put(parts *p, part which, dciauth_span value);
void parts_free(parts *p);

/* parts_same says whether two agree in all of the parts `which`. */
bool parts_same(const parts *a, const parts *b, unsigned which);

/* layers lie one on the other: a part is the first one's that has it. */
typedef struct {
  const parts *at[4];
  size_t num;
} layers;

/* layers_digest and layers_signature append what follows from the parts above the first layer that
 * says it itself. */
void layers_digest(const layers *l, text *out);
void layers_signature(const layers *l, text *out);

/* layers_request appends the canonical request. */
void layers_request(const layers *l, text *out);

#endif
