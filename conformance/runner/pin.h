/* SPDX-License-Identifier: Apache-2.0 */
/* pin.h - one processor for the runner and the process that it talks to. */
#ifndef CONFORM_PIN_H
#define CONFORM_PIN_H

#include <sys/types.h>

/* pin_to_one keeps this process on the processor that it is on; pin_release gives back what it had
 * before, which a new process does for itself. Where that cannot be done, nothing happens. */
void pin_to_one(void);
void pin_release(void);

/* pin_beside_us puts the first thread of a process on our processor if we are kept to one. Threads
 * that it has already, the helpers of a runtime, stay free. */
void pin_beside_us(pid_t pid);

#endif
