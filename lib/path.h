/* SPDX-License-Identifier: Apache-2.0 */
/* path.h - the canonical path. */
#ifndef DCIAUTH_PATH_H
#define DCIAUTH_PATH_H

#include "buf.h"
#include "profile.h"

/* check_path finds what a row refuses in the path part of a target; offsets count in it. */
DCIAUTH_MUST_USE dciauth_status check_path(const dciauth_profile *p, dciauth_span path,
                                           dciauth_where *where);

/* put_path appends the canonical form of a path that check_path passed. */
void put_path(const dciauth_profile *p, dciauth_span path, buf *b);

/* path_bound is the most text that put_path appends. */
size_t path_bound(size_t path_len);

#endif
