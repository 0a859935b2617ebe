/* SPDX-License-Identifier: Apache-2.0 */
/* plain_run.h - how far may bytes be passed without a look at each? */
#ifndef CONFORM_PLAIN_RUN_H
#define CONFORM_PLAIN_RUN_H

#include <dciauth.h>

/* plain_run returns how many bytes from `at` on are printable ASCII that stands in JSON as it is:
 * no control, no DEL, no quote, no backslash. Nearly all that is read and written is. */
size_t plain_run(dciauth_span s, size_t at);

#endif
