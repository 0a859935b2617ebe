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

/* wsgi_target is a target, cut apart; `host` is that of the absolute form. */
typedef struct {
  dciauth_span host, path, query;
} wsgi_target;

/* wsgi_find_target finds the target as the server does, which splits the request line at white
 * space: MALFORMED_URI where there is more than one word, or none; LIMIT_EXCEEDED. */
COLD DCIAUTH_MUST_USE dciauth_status wsgi_find_target(dciauth_span target, dciauth_span *word,
                                                      dciauth_where *where);

COLD wsgi_target wsgi_cut_target(dciauth_span target);

/* wsgi_see_path is a path decoded, behind one slash; wsgi_see_query a query that decodes to the
 * arguments that the framework makes of it. Both in scratch; empty, and b->full, without room. */
COLD dciauth_span wsgi_see_path(dciauth_span path, buf *b);
COLD dciauth_span wsgi_see_query(dciauth_span query, buf *b);

/* wsgi_latin1 writes s, read as Latin-1, in UTF-8 to out (2 * s.len bytes); returns the length. */
COLD size_t wsgi_latin1(dciauth_span s, uint8_t *out);

/* wsgi_reads_form: the framework reads a body of that content type itself, and leaves none: a
 * urlencoded form, or one in parts that names its boundary. */
COLD bool wsgi_reads_form(dciauth_span content_type);

#endif
