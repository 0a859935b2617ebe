/* SPDX-License-Identifier: Apache-2.0 */
/* wsgi.h - a request as an application in Flask is shown it. */
#ifndef DCIAUTH_WSGI_H
#define DCIAUTH_WSGI_H

#include "buf.h"

/* wsgi_request is that request. Path and query are apart, since the path, which is decoded, may
 * hold a '?'; the target of `request` is empty. */
typedef struct {
  dciauth_request request;
  dciauth_span path, query;
} wsgi_request;

/* wsgi_see makes one of what crossed the wire, in scratch. Errors: MALFORMED_URI for a target that
 * the server answers with 400; MALFORMED_HEADER, LIMIT_EXCEEDED; SPACE. */
COLD DCIAUTH_MUST_USE dciauth_status wsgi_see(const dciauth_request *request, buf *b,
                                              wsgi_request *out, dciauth_where *where);

/* wsgi_bound is the most work that wsgi_see takes; the texts it makes are at most three times as
 * long as those it is given, and a byte. */
size_t wsgi_bound(const dciauth_request *request);

/* wsgi_reads_form: the framework reads a body of that content type itself, and leaves none: a
 * urlencoded form, or one in parts that names its boundary. */
COLD bool wsgi_reads_form(dciauth_span content_type);

#endif
