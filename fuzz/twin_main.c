/* SPDX-License-Identifier: Apache-2.0 */
/* twin_main.c - asks a twin: `fuzz_twin path|query ROW` reads lines of hex digits and answers each
 * with the class and the text in hex, "ok 2f61". To see what a twin says of a finding, and to
 * compare a twin with another implementation. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "twin.h"

typedef const char *twin(twin_row row, const uint8_t *ptr, size_t len, text *out);

static bool read_line(text *out) {
  int byte = getchar();
  if (byte == EOF) {
    return false;
  }
  for (; byte != EOF && byte != '\n'; byte = getchar()) {
    int low = getchar();
    if (!byte_is_hex((uint8_t)byte) || low == EOF || !byte_is_hex((uint8_t)low)) {
      fputs("not a line of hex digits\n", stderr);
      exit(EXIT_FAILURE);
    }
    text_byte(out, (uint8_t)(byte_of_hex((uint8_t)byte) * 16 + byte_of_hex((uint8_t)low)));
  }
  return true;
}

static void answer(twin *function, twin_row row, const text *in) {
  text out = {0};
  printf("%s ", function(row, in->ptr, in->len, &out));
  for (size_t i = 0; i < out.len; i++) {
    printf("%02x", out.ptr[i]);
  }
  putchar('\n');
  text_free(&out);
}

static int print_usage(void) {
  fputs("usage: fuzz_twin path|query ROW < lines of hex digits; a ROW is one of", stderr);
  for (size_t row = 0; row < TWIN_NUM_ROWS; row++) {
    fprintf(stderr, " %s", twin_row_name((twin_row)row));
  }
  fputc('\n', stderr);
  return EXIT_FAILURE;
}

int main(int argc, char **argv) {
  size_t row = 0;
  while (argc == 3 && row < TWIN_NUM_ROWS && strcmp(argv[2], twin_row_name((twin_row)row)) != 0) {
    row++;
  }
  bool is_path = argc == 3 && strcmp(argv[1], "path") == 0;
  bool is_query = argc == 3 && strcmp(argv[1], "query") == 0;
  if (row == TWIN_NUM_ROWS || (!is_path && !is_query)) {
    return print_usage();
  }
  text in = {0};
  while (read_line(&in)) {
    answer(is_path ? twin_path : twin_query, (twin_row)row, &in);
    in.len = 0;
  }
  text_free(&in);
  return EXIT_SUCCESS;
}
