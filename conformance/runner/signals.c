/* SPDX-License-Identifier: Apache-2.0 */
/* signals.c - the one flag that a signal handler sets. No SA_RESTART: a poll in progress must end.
 */
#include "signals.h"

#include <signal.h>
#include <string.h>

static volatile sig_atomic_t came;

static void note(int number) {
  (void)number;
  came = 1;
}

void signals_catch(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, NULL);
}

void signals_leave_interrupt(void) {
  signal(SIGINT, SIG_IGN);
}

bool signals_came(void) {
  return came != 0;
}
