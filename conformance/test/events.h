/* SPDX-License-Identifier: Apache-2.0 */
/* events.h - report files for the tests of what is made of them. */
#ifndef CONFORM_TEST_EVENTS_H
#define CONFORM_TEST_EVENTS_H

#include "run_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define START                                                                                      \
  "{\"event\":\"start\",\"schema\":\"dciauth-report-1\",\"version\":1,\"runner\":\"r\","           \
  "\"suite\":\"s\"}\n"
#define VECTOR(id, status, more)                                                                   \
  "{\"event\":\"vector\",\"target\":\"t\",\"id\":\"" id "\",\"title\":\"T\",\"status\":\"" status  \
  "\"" more "}\n"
#define SUMMARY(total, swept, more)                                                                \
  "{\"event\":\"summary\",\"target\":\"t\",\"total\":" total ",\"sweeps\":{\"total\":" swept       \
  "}" more "}\n"
#define DIFFERS                                                                                    \
  ",\"stage\":\"canonical_request\",\"multiline\":true,\"line\":3,\"byte\":2,"                     \
  "\"expected\":\"a~b\",\"actual\":\"a%7E\",\"mistake\":\"M\",\"replay\":\"again & again\""
#define EXPECTED ",\"expected_failure\":true"
#define KNOWN ",\"known_failure\":true"

/* events_read reads lines that are known to be good, and frees what is there at the end. */
void events_read(const char *lines, runs *all);

/* events_check reads lines that are not, and looks for a word in what is said of them. */
void events_check(const char *lines, const char *says);

/* has and has_not look for a word in what was written. */
void has(const text *written, const char *word);
void has_not(const text *written, const char *word);

#endif
