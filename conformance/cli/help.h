/* SPDX-License-Identifier: Apache-2.0 */
/* help.h - what the tables of commands and options say, as text and as JSON. */
#ifndef CONFORM_HELP_H
#define CONFORM_HELP_H

#include "text.h"

/* help_put appends the text of --help. */
void help_put(text *out);

/* help_put_json appends the members of the object that `export cli` prints, of which the manual
 * page is made. */
void help_put_json(text *out);

#endif
