/* SPDX-License-Identifier: Apache-2.0 */
/* meaning.c - a number of failures says little of a verifier: one that lets everybody in and one
 * that is too strict may have the same. */
#include "meaning.h"

/* rows: a severity that is that of a forgery's vector, or else of the stage that failed. */
static const struct {
  const char *key, *severity, *stage, *words;
} rows[MEANING_NUM] = {
    [MEANING_CRITICAL] = {"critical", "critical", "decision", "no key is needed"},
    [MEANING_PRINCIPAL] = {"principal", "high", "principal",
                           "a request is taken for somebody else's"},
    [MEANING_HIGH] = {"high", "high", "decision",
                      "a captured request can be repurposed, or outlives its time"},
    [MEANING_VIEW] = {"view", "high", "view", "what is used is not what was signed"},
    [MEANING_MEDIUM] = {"medium", "medium", "decision", "a key's holder escapes a limit"},
    [MEANING_LOW] = {"low", "low", "decision",
                     "a request can be rewritten, or two parsers read it differently"},
    [MEANING_REFUSED] = {"refused", "none", "decision", ""}};

/* is_of: a decision is wrong in one of two ways, and a forgery has its vector's severity. */
static bool is_of(meaning m, const char *severity, const outcome *o) {
  if (strcmp(o->stage, rows[m].stage) != 0) {
    return false;
  }
  if (strcmp(o->stage, "decision") != 0) {
    return true;
  }
  const char *decided = m == MEANING_REFUSED ? "reject" : "accept";
  return strcmp(text_str(&o->actual), decided) == 0 &&
         (m == MEANING_REFUSED || strcmp(severity, rows[m].severity) == 0);
}

static meaning find(const char *severity, const outcome *o) {
  meaning m = o->status == OUTCOME_FAIL ? MEANING_CRITICAL : MEANING_NONE;
  while (m < MEANING_NUM && !is_of(m, severity, o)) {
    m++;
  }
  return m;
}

meaning meaning_of(const char *severity, const outcome *o) {
  return o->excuse == EXCUSE_NONE ? find(severity, o) : MEANING_NONE;
}

const char *meaning_severity(const char *severity, const outcome *o) {
  meaning m = find(severity, o);
  return m == MEANING_PRINCIPAL || m == MEANING_VIEW ? rows[m].severity : severity;
}

const char *meaning_key(meaning m) {
  return rows[m].key;
}

void meaning_put_number(meaning m, size_t num, text *out) {
  if (m == MEANING_REFUSED) {
    text_printf(out, "%zu honest request%s refused", num, num == 1 ? " is" : "s are");
  } else {
    text_printf(out, "%zu %s", num, rows[m].severity);
  }
}

const char *meaning_words(meaning m) {
  return rows[m].words;
}
