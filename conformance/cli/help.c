/* SPDX-License-Identifier: Apache-2.0 */
/* help.c - one row of a table, one entry of --help and of `export cli`. */
#include "help.h"

#include "command_table.h"
#include "json_out.h"
#include "option_table.h"

enum { COLUMN = 22 };

/* put_row: what stands on the right begins in column 23, and so does each of its lines; where there
 * is no room for it, in the next line. */
static void put_row(const text *left, const char *help, text *out) {
  size_t width = 2;
  text_puts(out, "  ");
  text_puts(out, text_str(left));
  for (size_t i = 0; i < left->len; i++) {
    width += ((unsigned char)left->ptr[i] & 0xC0) == 0x80 ? 0 : 1; /* a character, not a byte */
  }
  bool fits = width < COLUMN;
  text_printf(out, "%s%*s", fits ? "" : "\n", fits ? (int)(COLUMN - width) : COLUMN, "");
  for (const char *c = help; *c != '\0'; c++) {
    text_put(out, c, 1);
    text_printf(out, "%*s", *c == '\n' ? COLUMN : 0, "");
  }
  text_puts(out, "\n");
}

static void put_words(const word_row *(*at)(size_t), text *out) {
  for (size_t i = 0; at(i) != NULL; i++) {
    text left = {0};
    text_puts(&left, at(i)->word);
    put_row(&left, at(i)->help, out);
    text_free(&left);
  }
}

static void put_commands(text *out) {
  for (size_t i = 0; command_at(i) != NULL; i++) {
    text left = {0};
    text_printf(&left, "%s %s", command_at(i)->name, command_at(i)->arguments);
    put_row(&left, command_at(i)->help, out);
    text_free(&left);
  }
}

static void put_options(text *out) {
  for (size_t i = 0; option_at(i) != NULL; i++) {
    const option_row *row = option_at(i);
    text left = {0};
    text_printf(&left, "--%s%s%s", row->name, row->value != NULL ? " " : "",
                row->value != NULL ? row->value : "");
    put_row(&left, row->help, out);
    text_free(&left);
  }
}

void help_put(text *out) {
  text_puts(out, "Usage: dciauth-conform COMMAND [OPTION…]\n\n");
  put_commands(out);
  text_puts(out, "\nA target is\n");
  put_words(target_kind_at, out);
  text_puts(out, "\nOptions\n");
  put_options(out);
  text_puts(out, "\nExit status\n");
  put_words(exit_status_at, out);
}

static void put_json_words(const char *key, const word_row *(*at)(size_t), text *out) {
  out_key(out, key);
  out_open(out, '[');
  for (size_t i = 0; at(i) != NULL; i++) {
    out_open(out, '{');
    out_member(out, "word", at(i)->word);
    out_member(out, "help", at(i)->help);
    out_close(out, '}');
  }
  out_close(out, ']');
}

static void put_json_option(const option_row *row, text *out) {
  out_open(out, '{');
  out_member(out, "name", row->name);
  if (row->value != NULL) {
    out_member(out, "value", row->value);
  }
  if (row->commands != NULL) {
    out_member(out, "commands", row->commands);
  }
  out_member(out, "help", row->help);
  out_close(out, '}');
}

void help_put_json(text *out) {
  out_key(out, "commands");
  out_open(out, '[');
  for (size_t i = 0; command_at(i) != NULL; i++) {
    out_open(out, '{');
    out_member(out, "name", command_at(i)->name);
    out_member(out, "arguments", command_at(i)->arguments);
    out_member(out, "help", command_at(i)->help);
    out_close(out, '}');
  }
  out_close(out, ']');
  put_json_words("targets", target_kind_at, out);
  out_key(out, "options");
  out_open(out, '[');
  for (size_t i = 0; option_at(i) != NULL; i++) {
    put_json_option(option_at(i), out);
  }
  out_close(out, ']');
  put_json_words("exit", exit_status_at, out);
}
