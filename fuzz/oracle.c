/* SPDX-License-Identifier: Apache-2.0 */
/* oracle.c - taking an input apart, and saying which oracle it broke. */
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>

enum { MAX_SHOWN = 400 };

bool oracle_thorough;

static struct {
  const char *target;
  bool seen[TWIN_NUM_ROWS][DCIAUTH_NUM_STATUS];
} notes;

bool oracle_take(const char *target, const uint8_t *data, size_t size, oracle_input *out) {
  if (size == 0) {
    return false;
  }
  memset(out, 0, sizeof *out);
  out->target = target;
  out->row = (twin_row)(data[0] % TWIN_NUM_ROWS);
  out->shift = data[0] / TWIN_NUM_ROWS % 8;
  out->len = size - 1;
  if (out->len > 0) {
    out->ptr = malloc(out->len);
    oracle_check(out->ptr != NULL, "setup", out, "no memory");
    memcpy(out->ptr, data + 1, out->len);
  }
  out->profile = dciauth_profile_find(dciauth_str(twin_row_name(out->row)));
  oracle_check(out->profile != NULL, "setup", out, "the library does not know the row");
  return true;
}

void oracle_drop(oracle_input *in) {
  free(in->ptr);
  in->ptr = NULL;
}

static void print_byte(uint8_t byte) {
  if (byte > ' ' && byte < 0x7F && byte != '\\') {
    fputc(byte, stderr);
  } else {
    fprintf(stderr, "\\x%02x", byte);
  }
}

void oracle_check(bool holds, const char *id, const oracle_input *in, const char *what) {
  if (holds) {
    return;
  }
  fprintf(stderr, "oracle %s %s: %s\n  row %s, %zu bytes: ", id, in->target, what,
          twin_row_name(in->row), in->len);
  for (size_t i = 0; i < in->len && i < MAX_SHOWN && in->ptr != NULL; i++) {
    print_byte(in->ptr[i]);
  }
  fputs(in->len > MAX_SHOWN ? "…\n" : "\n", stderr);
  abort();
}

void oracle_note(const oracle_input *in, dciauth_status status) {
  notes.target = in->target;
  oracle_check(status < DCIAUTH_NUM_STATUS, "D-12", in, "a status outside the list");
  notes.seen[in->row][status] = true;
}

void oracle_print_notes(void) {
  for (size_t row = 0; row < TWIN_NUM_ROWS; row++) {
    for (size_t status = 0; status < DCIAUTH_NUM_STATUS; status++) {
      if (notes.seen[row][status]) {
        printf("state %s %s %s\n", notes.target, twin_row_name((twin_row)row),
               dciauth_status_class((dciauth_status)status));
      }
    }
  }
}
