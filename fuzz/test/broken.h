/* SPDX-License-Identifier: Apache-2.0 */
/* broken.h - deliberate bugs, put between a target and the library by the linker (--wrap), to show
 * that the oracles can fail. The environment variable DCIAUTH_FUZZ_BUG names the bug; without it
 * everything is as it is. */
#ifndef FUZZ_TEST_BROKEN_H
#define FUZZ_TEST_BROKEN_H

#include <dciauth.h>

typedef dciauth_status broken_stage(const dciauth_profile *profile, dciauth_span in,
                                    dciauth_work work, dciauth_text *out);

bool broken_is(const char *bug);

/* broken_call runs the real stage with the bugs that any stage can have. `bound` is its bound for
 * `in`. */
dciauth_status broken_call(broken_stage *real, size_t bound, const dciauth_profile *profile,
                           dciauth_span in, dciauth_work work, dciauth_text *out);

/* broken_replace replaces, in place, each `from` in a text by the shorter `to`. */
void broken_replace(dciauth_text *t, const char *from, const char *to);

/* broken_replaced returns a copy of `in`, in a block of its own, with the same done to it. */
dciauth_span broken_replaced(dciauth_span in, const char *from, const char *to);

#endif
