/* SPDX-License-Identifier: Apache-2.0 */
/* pin.c - the runner waits while a persistent child works, and the child while the runner does. On
 * one processor the turn passes without waking another one, which is most of a round trip. */
#include "pin.h"

#include <sched.h>
#include <stdbool.h>

static cpu_set_t before, one;
static bool pinned;

void pin_to_one(void) {
  int here = sched_getcpu();
  if (pinned || here < 0 || here >= CPU_SETSIZE ||
      sched_getaffinity(0, sizeof before, &before) != 0) {
    return;
  }
  CPU_ZERO(&one);
  CPU_SET((unsigned)here, &one);
  pinned = sched_setaffinity(0, sizeof one, &one) == 0;
}

void pin_release(void) {
  if (pinned) {
    sched_setaffinity(0, sizeof before, &before);
  }
  pinned = false;
}

void pin_beside_us(pid_t pid) {
  if (pinned) {
    sched_setaffinity(pid, sizeof one, &one);
  }
}
