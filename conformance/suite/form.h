/* SPDX-License-Identifier: Apache-2.0 */
/* form.h - the form of a JSON object as a table: which members it has, and what each may be. */
#ifndef CONFORM_FORM_H
#define CONFORM_FORM_H

#include "findings.h"
#include "json.h"

typedef struct form form;

/* MAX_TITLE: characters. */
enum { MAX_TITLE = 60 };

/* form_kind is what a member may be.
 *  - TEXT, FILLED (not empty), TITLE (nor longer than MAX_TITLE), WORD, ID, SEMVER, HEX (64
 *    digits), TIME: strings;
 *  - CHOICE: a string, one of `words`;
 *  - TEXTS, WORDS, IDS: arrays of strings; FILLED_WORDS has one at least;
 *  - OBJECT, LIST, FILLED_LIST, MAP: an object of `form`, an array of such, an object of such;
 *  - TEXT_MAP: an object of two texts or more;
 *  - BYTES: a text, or base64 in the sibling <name>_b64; BODY: that, or {"repeat_b64", "times"};
 *  - STAGE: an array of lines, or base64 in the sibling. */
typedef enum {
  FORM_TEXT,
  FORM_FILLED,
  FORM_TITLE,
  FORM_WORD,
  FORM_ID,
  FORM_SEMVER,
  FORM_HEX,
  FORM_TIME,
  FORM_CHOICE,
  FORM_BOOL,
  FORM_COUNT,
  FORM_POSITIVE,
  FORM_TEXTS,
  FORM_WORDS,
  FORM_FILLED_WORDS,
  FORM_IDS,
  FORM_OBJECT,
  FORM_LIST,
  FORM_FILLED_LIST,
  FORM_MAP,
  FORM_TEXT_MAP,
  FORM_BYTES,
  FORM_BODY,
  FORM_STAGE
} form_kind;

typedef struct {
  const char *name;
  form_kind kind;
  bool needed;
  const form *form;  /* of OBJECT, LIST, FILLED_LIST and MAP */
  const char *words; /* of CHOICE, with a blank between them */
} form_member;

/* form has members, or chooses another form by what the value holds. */
struct form {
  const form_member *members;
  size_t num;
  const form *(*choose)(const json *value);
};

/* form_check adds a finding for everything in which a value is not of a form. */
void form_check(const json *value, const form *f, const place *at);

#endif
