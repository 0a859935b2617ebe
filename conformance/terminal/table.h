/* SPDX-License-Identifier: Apache-2.0 */
/* table.h - the end of a run: a table, and who deviates where. */
#ifndef CONFORM_TABLE_H
#define CONFORM_TABLE_H

#include "options.h"
#include "result.h"

/* table_put appends the table of all targets and, below it, what stands behind its numbers. */
void table_put(const result *results, size_t num, const vector_set *set, const options *o,
               text *out);

#endif
