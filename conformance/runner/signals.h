/* SPDX-License-Identifier: Apache-2.0 */
/* signals.h - Ctrl-C and SIGTERM end a run in order: children reaped, reports written. */
#ifndef CONFORM_SIGNALS_H
#define CONFORM_SIGNALS_H

#include <stdbool.h>

/* signals_catch lets SIGINT and SIGTERM set a flag and SIGPIPE do nothing. */
void signals_catch(void);

/* signals_leave_interrupt lets SIGINT do nothing: Ctrl-C is meant for a debugger. */
void signals_leave_interrupt(void);

/* signals_came says whether one of them has come. */
bool signals_came(void);

#endif
