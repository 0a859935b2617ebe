/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_find.c - every mistake is made, and what it gives is compared with the answer. Parts that
 * the answer shows are compared one by one, so that two mistakes in different parts are both found.
 * Of parts that it does not show, its hash or signature must come out: of one mistake, or of two.
 */
#include "mistake_find.h"

#include "memory.h"
#include "mistake.h"
#include "mistake_answer.h"
#include "spans.h"

#include <stdlib.h>

/* trial is what one mistake gives, without the parts that are right all the same. */
typedef struct {
  unsigned mistake;
  parts made;
} trial;

typedef struct {
  mistake_case c;
  parts shown;
  text signature; /* as answered */
  trial *trials;
  size_t num;
  outcome *o;
} search;

/* make_trials makes every mistake that shows. */
static void make_trials(search *s) {
  s->trials = mem_alloc(mistake_count(), sizeof *s->trials);
  for (unsigned i = 0; mistake_at(i) != NULL; i++) {
    trial *t = &s->trials[s->num];
    *t = (trial){.mistake = i};
    if (mistake_make(mistake_at(i), &s->c, &t->made)) {
      s->num++;
    } else {
      parts_free(&t->made);
    }
  }
}

static void found(search *s, const trial *t) {
  outcome *o = s->o;
  o->hints = mem_resize(o->hints, o->num_hints + 1, sizeof *o->hints);
  o->hints[o->num_hints++] = (hint){t->mistake, t->made.set, false};
}

/* find_shown: what the mistake changes is all there, as far as it can be seen. */
static void find_shown(search *s) {
  for (size_t i = 0; i < s->num; i++) {
    const parts *made = &s->trials[i].made;
    unsigned seen = made->set & s->shown.set;
    if (seen != 0 && parts_same(made, &s->shown, seen)) {
      found(s, &s->trials[i]);
    }
  }
}

/* hidden is a search for what stands behind a hash: the digest of the canonical request, or the
 * signature. `among` are the parts that may be wrong. */
typedef struct {
  void (*hash)(const layers *l, text *out);
  dciauth_span answered;
  unsigned among;
} hidden;

static bool may_explain(const hidden *h, const trial *t) {
  return (t->made.set & ~h->among) == 0;
}

/* explains says whether the hash comes out with two mistakes, the second of which may be NULL. */
static bool explains(const search *s, const hidden *h, const trial *one, const trial *other) {
  layers l = {{0}, 0};
  text hash = {0};
  if (one != NULL) {
    l.at[l.num++] = &one->made;
  }
  if (other != NULL) {
    l.at[l.num++] = &other->made;
  }
  l.at[l.num++] = &s->shown;
  l.at[l.num++] = &s->c.right;
  h->hash(&l, &hash);
  bool same = spans_equal(text_span(&hash), h->answered);
  text_free(&hash);
  return same;
}

static bool find_one(search *s, const hidden *h) {
  bool any = false;
  for (size_t i = 0; i < s->num; i++) {
    if (may_explain(h, &s->trials[i]) && explains(s, h, &s->trials[i], NULL)) {
      found(s, &s->trials[i]);
      any = true;
    }
  }
  return any;
}

/* found_alike adds all mistakes with the same effect. */
static void found_alike(search *s, const trial *like) {
  for (size_t i = 0; i < s->num; i++) {
    const parts *made = &s->trials[i].made;
    if (made->set == like->made.set && parts_same(made, &like->made, made->set)) {
      found(s, &s->trials[i]);
    }
  }
}

static void find_two(search *s, const hidden *h) {
  for (size_t i = 0; i < s->num; i++) {
    for (size_t j = i + 1; j < s->num && may_explain(h, &s->trials[i]); j++) {
      const trial *one = &s->trials[i], *other = &s->trials[j];
      if (may_explain(h, other) && (one->made.set & other->made.set) == 0 &&
          explains(s, h, one, other)) {
        found_alike(s, one);
        found_alike(s, other);
        return;
      }
    }
  }
}

static void find_hidden(search *s, const hidden *h) {
  if (h->answered.len > 0 && !explains(s, h, NULL, NULL) && !find_one(s, h)) {
    find_two(s, h);
  }
}

/* find_behind looks behind the digest, if it is shown and the canonical request is not, and behind
 * the signature. */
static void find_behind(search *s) {
  unsigned not_shown = ~s->shown.set;
  if ((s->shown.set & PART_BIT(PART_DIGEST)) != 0) {
    const hidden digest = {layers_digest, text_span(&s->shown.value[PART_DIGEST]),
                           PARTS_OF_REQUEST & not_shown};
    s->shown.set &= ~PART_BIT(PART_DIGEST); /* it is what is looked for */
    find_hidden(s, &digest);
    s->shown.set |= PART_BIT(PART_DIGEST);
    not_shown &= ~(unsigned)PARTS_OF_REQUEST;
  }
  const hidden signature = {layers_signature, text_span(&s->signature), not_shown};
  find_hidden(s, &signature);
}

static void free_search(search *s) {
  for (size_t i = 0; i < s->num; i++) {
    parts_free(&s->trials[i].made);
  }
  free(s->trials);
  parts_free(&s->shown);
  text_free(&s->signature);
  mistake_case_close(&s->c);
}

void mistake_find(const vector *v, const json *out, outcome *o) {
  search s = {.o = o};
  if (mistake_case_open(v, &s.c)) {
    answer_read(&s.c, out, &s.shown, &s.signature);
    make_trials(&s);
    find_shown(&s);
    find_behind(&s);
  }
  free_search(&s);
}
