/* SPDX-License-Identifier: Apache-2.0 */
/* replay_line.c - words as a shell reads them back. */
#include "replay_line.h"

static bool is_plain(const char *word) {
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              "@%+=:,./-_";
  return word[0] != '\0' && word[strspn(word, plain)] == '\0';
}

static void put_word(const char *word, text *out) {
  text_puts(out, " ");
  if (is_plain(word)) {
    text_puts(out, word);
    return;
  }
  text_puts(out, "'");
  for (const char *c = word; *c != '\0'; c++) {
    if (*c == '\'') {
      text_puts(out, "'\\''");
    } else {
      text_put(out, c, 1);
    }
  }
  text_puts(out, "'");
}

static void put_option(const char *name, const char *value, text *out) {
  if (value != NULL) {
    text_printf(out, " --%s", name);
    put_word(value, out);
  }
}

/* put_env: a value may be a key, and a report goes far. */
static void put_env(const char *word, text *out) {
  text name = {0};
  text_put(&name, word, strcspn(word, "="));
  text_puts(&name, "=");
  put_option("env", text_str(&name), out);
  text_puts(out, "…");
  text_free(&name);
}

void replay_line_put(const options *o, const char *target, const char *id, text *out) {
  text_puts(out, "dciauth-conform run");
  put_word(target, out);
  put_option("select", id, out);
  put_option("vectors", o->vectors_given, out);
  put_option("shims", o->shims_given, out);
  put_option("profiles", o->profiles, out);
  text_puts(out, o->allow_raised ? " --allow-raised" : "");
  for (size_t i = 0; i < o->env.num; i++) {
    put_env(o->env.items[i], out);
  }
}
