/* SPDX-License-Identifier: Apache-2.0 */
/* timestamp.h - times as text: the strict reading is public (dciauth.h), the loose one is Python's.
 */
#ifndef DCIAUTH_TIMESTAMP_H
#define DCIAUTH_TIMESTAMP_H

#include "span.h"

/* timestamp_is_day reads exactly YYYYMMDD, a real date; on failure *offset is that of the first
 * byte that is wrong: "20150230" gives 6, "2015" 4. */
bool timestamp_is_day(dciauth_span text, size_t *offset);

/* timestamp_is_time: dciauth_timestamp_parse without the result. */
bool timestamp_is_time(dciauth_span text, size_t *offset);

/* timestamp_of returns the Unix time of a civil time; false if there is no such day or time of day.
 */
bool timestamp_of(const int64_t fields[6], int64_t *unix_time);

/* timestamp_parse_loose reads what Python's strptime(text, "%Y%m%dT%H%M%SZ") reads, but for digits
 * outside ASCII: one digit where two are usual, a blank before a one-digit day, letters of either
 * case. "2024919T132539Z" is 2024-09-19. */
bool timestamp_parse_loose(dciauth_span text, int64_t *unix_time);

/* timestamp_parse_http reads exactly "Sun, 30 Aug 2015 12:36:00 GMT". On failure *offset is that of
 * the first byte out of form, of the month or the day if there is no such time, or 0 if the day of
 * the week is not that day's. */
COLD bool timestamp_parse_http(dciauth_span text, int64_t *unix_time, size_t *offset);

#endif
