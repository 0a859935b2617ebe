/* SPDX-License-Identifier: Apache-2.0 */
/* export.c - the library's tables as JSON, one entry a line: vectors/profiles.json and
 * vectors/errors.json are made of them. */
#include "adapter_out.h"
#include "commands.h"
#include "profiles.h"
#include "result.h"

#include <stdio.h>

static const struct {
  const char *word, *reason, *sentence;
} errors[] = {
#define DCIAUTH_X(id, word, sentence) {word, #id, sentence},
    DCIAUTH_STATUS_LIST(DCIAUTH_X)
#undef DCIAUTH_X
};

static void put_errors(text *out) {
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
    text_puts(out, i > 0 ? ",\n  " : "  ");
    text_puts(out, "{");
    out_member(out, "class", errors[i].word);
    out_member(out, "reason", errors[i].reason);
    out_member(out, "text", errors[i].sentence);
    text_puts(out, "}");
  }
}

static void put_profiles(text *out) {
  for (size_t i = 0; profiles_at(i) != NULL; i++) {
    text row = {0};
    adapter_put_rules(profiles_at(i), &row);
    text_printf(out, "%s  %s", i > 0 ? ",\n" : "", row.ptr);
    text_free(&row);
  }
}

int export_command(const options *o) {
  text out = {0};
  text_puts(&out, "[\n");
  if (strcmp(o->arguments[0], "profiles") == 0) {
    put_profiles(&out);
  } else if (strcmp(o->arguments[0], "errors") == 0) {
    put_errors(&out);
  } else {
    fputs("dciauth-conform: export takes `profiles` or `errors`\n"
          "See dciauth-conform --help\n",
          stderr);
    text_free(&out);
    return EXIT_USAGE;
  }
  text_puts(&out, "\n]\n");
  fwrite(out.ptr, 1, out.len, stdout);
  text_free(&out);
  return EXIT_CONFORMANT;
}
