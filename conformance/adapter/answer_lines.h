/* SPDX-License-Identifier: Apache-2.0 */
/* answer_lines.h - the reference as a program: a line in, a line out. */
#ifndef CONFORM_ANSWER_LINES_H
#define CONFORM_ANSWER_LINES_H

/* answer_begin makes the program ready, before its first document is read. */
void answer_begin(void);

/* answer_lines answers each line of standard input, to its end or to `bye`. Returns an exit status.
 */
int answer_lines(void);

#endif
