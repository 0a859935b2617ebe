/* SPDX-License-Identifier: Apache-2.0 */
/* protocol.h - the lines of the shim protocol, version 1. */
#ifndef CONFORM_PROTOCOL_H
#define CONFORM_PROTOCOL_H

#include "vectors.h"

/* answer_status is what a shim says of a request. */
typedef enum {
  ANSWER_OK,
  ANSWER_REFUSED,
  ANSWER_UNSUPPORTED,
  ANSWER_UNREPRESENTABLE,
  ANSWER_RAISED,
  ANSWER_ERROR,
  ANSWER_NUM
} answer_status;

/* answer is one answer, read; `out` and `message` lie in the document. */
typedef struct {
  answer_status status;
  json *document;
  const json *out;
  const char *message; /* "" if there is none */
} answer;

/* protocol_put_hello, _put_request and _put_bye append a request line with its line feed. `sorted`:
 * the members of the input in the order of their keys, not of the file; `rules` is what
 * protocol_put_rules appends, which is the same for all vectors of a profile. */
void protocol_put_hello(const char *suite, text *out);
void protocol_put_rules(const vector *v, text *out);
void protocol_put_request(int64_t id, const vector *v, bool sorted, dciauth_span rules, text *out);
void protocol_put_bye(int64_t id, text *out);

/* protocol_read_answer reads an answer to request `id`. False: `problem` says what is wrong with it
 * and shows it. On success the caller frees answer->document. */
bool protocol_read_answer(dciauth_span line, int64_t id, answer *out, text *problem);

/* protocol_check_hello: is this document a hello that we can work with? */
bool protocol_check_hello(const answer *hello, text *problem);

/* protocol_lists says whether the array at `key` of a hello holds the word. */
bool protocol_lists(const json *hello, const char *key, const char *word);

/* protocol_status_name returns the word of a status. */
const char *protocol_status_name(answer_status status);

#endif
