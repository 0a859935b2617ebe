/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_row.h - what a dialect does, as far as it matters to mistakes: what is wrong in one is
 * right in another. */
#ifndef CONFORM_MISTAKE_ROW_H
#define CONFORM_MISTAKE_ROW_H

#include <dciauth.h>

/* ROW_LIST: X(identifier, column of the table of profiles, the column's word). */
#define ROW_LIST(X)                                                                                \
  X(METHOD_AS_SENT, "method", "verbatim")                                                          \
  X(METHOD_UPPER, "method", "upper-case")                                                          \
  X(PATH_NORMALISED, "path", "normalise-encode") /* and encoded once more */                       \
  X(PATH_ENCODED, "path", "encode")                                                                \
  X(PATH_DECODED, "path", "decode")                                                                \
  X(PATH_AS_SENT, "path", "as-sent")                                                               \
  X(SORTED_ENCODED, "query_order", "encoded-pairs")                                                \
  X(SORTED_DECODED, "query_order", "decoded-names")                                                \
  X(PLUS_LITERAL, "plus", "literal")                                                               \
  X(PLUS_BLANK, "plus", "blank")                                                                   \
  X(OCTETS_KEPT, "bad_utf8", "octets")                                                             \
  X(BLANK_ESCAPED, "blank", "%20")                                                                 \
  X(BLANK_PLUS, "blank", "+")                                                                      \
  X(KEYS_REPEAT, "repeat", "keep")                                                                 \
  X(VALUES_COLLAPSED, "header_value", "trim-collapse")                                             \
  X(VALUES_SPLIT, "header_value", "split")                                                         \
  X(VALUES_AS_SENT, "header_value", "as-is")                                                       \
  X(HEADERS_JOINED, "header_repeat", "join")                                                       \
  X(NAMES_SORTED, "signed_names", "sorted")                                                        \
  X(NAMES_AS_GIVEN, "signed_names", "as-given")                                                    \
  X(ALL_SIGNED, "default_signed", "")                                                              \
  X(CONSTANTS_CALLER, "constants", "caller")                                                       \
  X(SCOPE_FULL, "scope", "date/region/service/terminator")                                         \
  X(HASH_OPTIONAL, "payload", "header-optional")                                                   \
  X(HASH_REQUIRED, "payload", "header-required")

enum {
#define ROW_X(id, column, word) ROW_INDEX_##id,
  ROW_LIST(ROW_X)
#undef ROW_X
      ROW_NUM
};

/* ROW_*: one bit each. */
enum {
#define ROW_X(id, column, word) ROW_##id = 1 << ROW_INDEX_##id,
  ROW_LIST(ROW_X)
#undef ROW_X
};

/* row_traits returns the bits of a dialect. */
unsigned row_traits(const dciauth_profile *profile);

/* row_text returns the text of a column; "" for one that there is not. */
const char *row_text(const dciauth_profile *profile, const char *column);

#endif
