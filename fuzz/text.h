/* SPDX-License-Identifier: Apache-2.0 */
/* text.h - a growing string of bytes for twins and harnesses. It never truncates: no memory is an
 * abort. */
#ifndef FUZZ_TEXT_H
#define FUZZ_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* text is zero when empty; text_free() makes it so again. */
typedef struct {
  uint8_t *ptr;
  size_t len, size;
} text;

void text_byte(text *t, uint8_t byte);
void text_bytes(text *t, const uint8_t *ptr, size_t len);
void text_free(text *t);

/* text_cmp orders by bytes, a prefix first: < 0, 0, > 0. */
int text_cmp(const text *a, const text *b);

/* text_is: t holds exactly these bytes. */
bool text_is(const text *t, const uint8_t *ptr, size_t len);

/* What is below are the byte rules that every twin needs, said with comparisons and no table. */
bool byte_is_hex(uint8_t byte);
bool byte_is_unreserved(uint8_t byte);

/* byte_of_hex returns the value of one hex digit. */
uint8_t byte_of_hex(uint8_t digit);

/* text_latin1 appends the characters U+0000 to U+00FF that the bytes stand for, as UTF-8. */
void text_latin1(text *t, const uint8_t *ptr, size_t len);

/* text_escape appends %XX, with upper-case digits. */
void text_escape(text *t, uint8_t byte);

/* text_is_escape: at offset `at` stand '%' and two hex digits. */
bool text_is_escape(const uint8_t *ptr, size_t len, size_t at);

#endif
