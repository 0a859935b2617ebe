/* SPDX-License-Identifier: Apache-2.0 */
/* answer_lines.c - one JSON object a line in, one out. */
#include "answer_lines.h"

#include "adapter.h"
#include "json.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

void answer_begin(void) {
  (void)setlocale(LC_ALL, ""); /* as programs do: vectors must pass in any locale */
  adapter_init();
  json_use_arenas();
}

int answer_lines(void) {
  char *line = NULL;
  size_t cap = 0;
  ssize_t len;
  bool goes_on = true;
  text answer = {0};
  while (goes_on && (len = getline(&line, &cap, stdin)) > 0) {
    text_clear(&answer);
    goes_on = adapter_answer(dciauth_bytes(line, (size_t)len), &answer);
    if (goes_on) {
      text_puts(&answer, "\n");
      fwrite(answer.ptr, 1, answer.len, stdout);
      fflush(stdout);
    }
  }
  text_free(&answer);
  free(line);
  return ferror(stdin) != 0 || ferror(stdout) != 0 ? 1 : 0;
}
