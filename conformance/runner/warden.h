/* SPDX-License-Identifier: Apache-2.0 */
/* warden.h - sees to it that a killed runner leaves nothing behind. */
#ifndef CONFORM_WARDEN_H
#define CONFORM_WARDEN_H

#include <sys/types.h>

/* warden_start starts the process that waits for our end; warden_end lets it go. */
void warden_start(void);
void warden_end(void);

/* warden_watch says that a process group was started, warden_forget that it was killed, which must
 * be said before its number may be given to another. */
void warden_watch(pid_t group);
void warden_forget(pid_t group);

#endif
