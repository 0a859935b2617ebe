/* SPDX-License-Identifier: Apache-2.0 */
/* requests.h - named sets of requests, all of a set signed in turn. */
#ifndef DCIAUTH_BENCH_REQUESTS_H
#define DCIAUTH_BENCH_REQUESTS_H

#include "words.h"

typedef struct {
  const char *name;
  dciauth_request *requests;
  size_t num;
} request_set;

/* add_request takes "request", the set, method, target, bytes of body, and names and values of
 * headers. The set is made at its first request. */
void add_request(word_list words);

/* find_requests returns the set of that name; if there is none the program ends. */
const request_set *find_requests(const char *name);

/* with_headers copies a request, its headers and `num` more. */
dciauth_request with_headers(const dciauth_request *request, const dciauth_pair *added, size_t num);

#endif
