/* SPDX-License-Identifier: Apache-2.0 */
/* meaning.h - what a verifier's failure means to those who rely on it. */
#ifndef CONFORM_MEANING_H
#define CONFORM_MEANING_H

#include "outcome.h"

/* meaning, the worst first. CRITICAL to LOW are forgeries that were accepted, by the severity of
 * their vector; PRINCIPAL and VIEW honest requests that were accepted for something else; REFUSED
 * honest requests that were not. */
typedef enum {
  MEANING_CRITICAL,
  MEANING_PRINCIPAL,
  MEANING_HIGH,
  MEANING_VIEW,
  MEANING_MEDIUM,
  MEANING_LOW,
  MEANING_REFUSED,
  MEANING_NUM,
  MEANING_NONE = MEANING_NUM
} meaning;

/* meaning_of says what an outcome of a vector of this severity means; NONE of what is no verifier's
 * wrong verdict, or has an excuse. */
meaning meaning_of(const char *severity, const outcome *o);

/* meaning_severity returns the severity of an outcome: the vector's, unless it means something
 * worse. */
const char *meaning_severity(const char *severity, const outcome *o);

/* meaning_key returns the word for reports: "critical". meaning_put_number appends "2 critical" or
 * "3 honest requests are refused"; meaning_words returns what is wrong there: "no key is needed",
 * or "" where the number says it. */
const char *meaning_key(meaning m);
void meaning_put_number(meaning m, size_t num, text *out);
const char *meaning_words(meaning m);

#endif
