/* SPDX-License-Identifier: Apache-2.0 */
/* semver.h - versions of the suite, "1.2.3". */
#ifndef CONFORM_SEMVER_H
#define CONFORM_SEMVER_H

#include <stdbool.h>

/* semver_is says whether s is a version: three numbers, none with a leading zero. */
bool semver_is(const char *s);

/* semver_reached says whether version `now` is `until` or later: false if either is none. */
bool semver_reached(const char *now, const char *until);

#endif
