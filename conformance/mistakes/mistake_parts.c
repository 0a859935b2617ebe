/* SPDX-License-Identifier: Apache-2.0 */
/* mistake_parts.c - from parts to signatures. */
#include "mistake_parts.h"

#include "mistake_hash.h"
#include "spans.h"

text *parts_begin(parts *p, part which) {
  text_clear(&p->value[which]);
  p->set |= PART_BIT(which);
  return &p->value[which];
}

void parts_put(parts *p, part which, dciauth_span value) {
  text_put_span(parts_begin(p, which), value);
}

void parts_free(parts *p) {
  for (size_t i = 0; i < NUM_PARTS; i++) {
    text_free(&p->value[i]);
  }
  *p = (parts){0};
}

bool parts_same(const parts *a, const parts *b, unsigned which) {
  for (part p = PART_METHOD; p < NUM_PARTS; p++) {
    if ((which & PART_BIT(p)) != 0 &&
        !spans_equal(text_span(&a->value[p]), text_span(&b->value[p]))) {
      return false;
    }
  }
  return true;
}

/* first_with returns the first layer that has one of the parts, or NULL. */
static const parts *first_with(const layers *l, unsigned wanted) {
  for (size_t i = 0; i < l->num; i++) {
    if ((l->at[i]->set & wanted) != 0) {
      return l->at[i];
    }
  }
  return NULL;
}

static dciauth_span get(const layers *l, part which) {
  const parts *p = first_with(l, PART_BIT(which));
  return p != NULL ? text_span(&p->value[which]) : dciauth_bytes(NULL, 0);
}

static void put_line(const layers *l, part which, text *out) {
  text_put_span(out, get(l, which));
  text_puts(out, "\n");
}

void layers_request(const layers *l, text *out) {
  for (part p = PART_METHOD; p < PART_PAYLOAD; p++) {
    put_line(l, p, out);
  }
  text_put_span(out, get(l, PART_PAYLOAD));
}

void layers_digest(const layers *l, text *out) {
  const parts *p = first_with(l, PARTS_OF_REQUEST | PART_BIT(PART_DIGEST));
  if (p != NULL && (p->set & PART_BIT(PART_DIGEST)) != 0) {
    text_put_span(out, text_span(&p->value[PART_DIGEST]));
    return;
  }
  text request = {0};
  layers_request(l, &request);
  hash_hex(text_span(&request), out);
  text_free(&request);
}

void layers_signature(const layers *l, text *out) {
  const parts *p = first_with(l, PART_BIT(NUM_PARTS) - 1);
  if (p != NULL && (p->set & PART_BIT(PART_SIGNATURE)) != 0) {
    text_put_span(out, text_span(&p->value[PART_SIGNATURE]));
    return;
  }
  text string_to_sign = {0}, mac = {0};
  for (part line = PART_ALGORITHM; line < PART_DIGEST; line++) {
    put_line(l, line, &string_to_sign);
  }
  layers_digest(l, &string_to_sign);
  hash_hmac(get(l, PART_KEY), text_span(&string_to_sign), &mac);
  hash_put_hex(text_span(&mac), out);
  text_free(&string_to_sign);
  text_free(&mac);
}
