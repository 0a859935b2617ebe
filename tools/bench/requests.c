/* SPDX-License-Identifier: Apache-2.0 */
/* requests.c - the requests that are measured. */
#include "requests.h"

#include <stdlib.h>

enum { MAX_SETS = 32 };
static request_set sets[MAX_SETS];
static size_t num_sets;

static request_set *set_of(const char *name) {
  for (size_t i = 0; i < num_sets; i++) {
    if (strcmp(sets[i].name, name) == 0) {
      return &sets[i];
    }
  }
  if (num_sets == MAX_SETS) {
    die("too many sets of requests", name);
  }
  sets[num_sets].name = name;
  return &sets[num_sets++];
}

static dciauth_span body_of(size_t len) {
  char *body = need(malloc(len + 1));
  memset(body, 'x', len);
  return dciauth_bytes(body, len);
}

void add_request(word_list words) {
  if (words.num < 5 || words.num % 2 == 0) {
    die("a request needs set, method, target, length of body, and pairs", words.at[0]);
  }
  request_set *set = set_of(words.at[1]);
  size_t num = (words.num - 5) / 2;
  dciauth_pair *headers = need(calloc(num + 1, sizeof *headers));
  for (size_t i = 0; i < num; i++) {
    headers[i].name = dciauth_str(words.at[5 + 2 * i]);
    headers[i].value = dciauth_str(words.at[6 + 2 * i]);
  }
  dciauth_request request = {.method = dciauth_str(words.at[2]),
                             .target = dciauth_str(words.at[3]),
                             .headers = headers,
                             .num_headers = num,
                             .body = body_of(number_of(words.at[4]))};
  set->requests = need(realloc(set->requests, (set->num + 1) * sizeof *set->requests));
  set->requests[set->num++] = request;
}

const request_set *find_requests(const char *name) {
  const request_set *set = set_of(name);
  if (set->num == 0) {
    die("no such set of requests", name);
  }
  return set;
}

static dciauth_span copy(dciauth_span s) {
  char *bytes = need(malloc(s.len + 1));
  if (s.len > 0) {
    memcpy(bytes, s.ptr, s.len);
  }
  return dciauth_bytes(bytes, s.len);
}

dciauth_request with_headers(const dciauth_request *request, const dciauth_pair *added,
                             size_t num) {
  size_t all = request->num_headers + num;
  dciauth_pair *headers = need(calloc(all + 1, sizeof *headers));
  for (size_t i = 0; i < all; i++) {
    const dciauth_pair *from =
        i < request->num_headers ? &request->headers[i] : &added[i - request->num_headers];
    headers[i] = (dciauth_pair){copy(from->name), copy(from->value)};
  }
  dciauth_request result = *request;
  result.headers = headers;
  result.num_headers = all;
  return result;
}
