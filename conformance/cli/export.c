/* SPDX-License-Identifier: Apache-2.0 */
/* export.c - tables as JSON: those of the library, one entry a line, of which vectors/profiles.json
 * and vectors/errors.json are made; and those of the command line, of which the manual page is. */
#include "adapter_out.h"
#include "commands.h"
#include "help.h"
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

static const struct {
  const char *name, *open, *close;
  void (*put)(text *);
} tables[] = {{"profiles", "[\n", "\n]\n", put_profiles},
              {"errors", "[\n", "\n]\n", put_errors},
              {"cli", "{", "}\n", help_put_json}};

int export_command(const options *o) {
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    if (strcmp(o->arguments[0], tables[i].name) == 0) {
      text out = {0};
      text_puts(&out, tables[i].open);
      tables[i].put(&out);
      text_puts(&out, tables[i].close);
      fwrite(out.ptr, 1, out.len, stdout);
      text_free(&out);
      return EXIT_CONFORMANT;
    }
  }
  fputs("dciauth-conform: export takes `profiles`, `errors` or `cli`\n"
        "See dciauth-conform --help\n",
        stderr);
  return EXIT_USAGE;
}
