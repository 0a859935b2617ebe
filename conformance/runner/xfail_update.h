/* SPDX-License-Identifier: Apache-2.0 */
/* xfail_update.h - writes files of expected failures. */
#ifndef CONFORM_XFAIL_UPDATE_H
#define CONFORM_XFAIL_UPDATE_H

#include "xfail.h"

/* xfail_change says what a new file has that the old one had not. */
typedef struct {
  size_t added, changed, dropped;
} xfail_change;

/* xfail_put_updated appends the file that fits what failed in these results: entries that hold stay
 * as they are, others are changed, with their reason, issue, since and until, or dropped, and the
 * failures that no entry speaks of are added. Every vector of the results has been run. Of several
 * targets an entry that is written names its own. An empty `x` gives a new file. */
void xfail_put_updated(const xfail *x, const vector_set *set, const options *o,
                       const result *results, size_t num, text *out, xfail_change *change);

#endif
