/* SPDX-License-Identifier: Apache-2.0 */
/* codec.h - percent-encoding, hex and UTF-8 repair. */
#ifndef DCIAUTH_CODEC_H
#define DCIAUTH_CODEC_H

#include "buf.h"

/* is_escape: at offset `at` of s stands '%' and two hex digits. */
bool is_escape(dciauth_span s, size_t at);

/* find_bad_escape returns the offset of the first '%' that is_escape denies, or s.len. */
size_t find_bad_escape(dciauth_span s);

/* decode_escape returns the byte that the escape at `at` stands for: is_escape(s, at) must hold. */
uint8_t decode_escape(dciauth_span s, size_t at);

/* decode_pct decodes every escape of s once into out (s.len bytes) and keeps a '%' that starts
 * none; returns the length.
 */
size_t decode_pct(dciauth_span s, uint8_t *out);

/* put_encoded appends s with every byte but the unreserved ones as %XX, upper case. */
void put_encoded(buf *b, dciauth_span s);

/* encode_pct writes s as put_encoded does into out (3 * s.len bytes), with a blank as "+" if asked;
 * returns the length.
 */
size_t encode_pct(dciauth_span s, bool blank_is_plus, uint8_t *out);

/* encode_hex32 writes 64 lower-case digits. */
void encode_hex32(const uint8_t bytes[32], char out[64]);

/* put_hex32 appends them. */
void put_hex32(buf *b, const uint8_t bytes[32]);

/* decode_hex32 reads 64 lower-case digits; false if s is anything else. */
bool decode_hex32(dciauth_span s, uint8_t out[32]);

/* is_utf8: s is well-formed. */
bool is_utf8(dciauth_span s);

/* repair_utf8 copies s to out (3 * s.len bytes) with U+FFFD for each maximal part of it that is not
 * UTF-8, as Python's bytes.decode("utf-8", "replace"); returns the length. {ED A0 80} gives three,
 * {F0 9F 8D} at the end gives one. */
size_t repair_utf8(dciauth_span s, uint8_t *out);

#endif
