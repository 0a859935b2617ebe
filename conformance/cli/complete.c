/* SPDX-License-Identifier: Apache-2.0 */
/* complete.c - what a word of the command line may become. The completions of bash, zsh and fish
 * are a few lines each and all ask here, so that they know what the program knows. */
#include "adapter_out.h"
#include "command_table.h"
#include "commands.h"
#include "complete_ids.h"
#include "mutants.h"
#include "option_table.h"
#include "result.h"
#include "target.h"
#include "visible.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

/* line is a command line up to its last word, which is the one to complete. */
typedef struct {
  const char *command; /* NULL: not given yet */
  size_t num_arguments;
  const char *vectors, *shims, *profiles;
  const option_row *open; /* the option whose value the last word is, or NULL */
  const char *keep;       /* the last word from here on is completed; */
  size_t keep_len;        /* what stands before that in it is kept: "--json=" */
  const char *word;
} line;

/* say prints a candidate if it begins with what was typed. */
static void say(const line *l, const char *candidate, const char *about) {
  if (strncmp(candidate, l->word, strlen(l->word)) != 0) {
    return;
  }
  text shown = {0};
  visible_put(&shown, dciauth_bytes(about, strcspn(about, "\n")), SIZE_MAX);
  printf("%.*s%s\t%s\n", (int)l->keep_len, l->keep, candidate, text_str(&shown));
  text_free(&shown);
}

static void say_id(const void *l, const char *candidate, const char *title) {
  say(l, candidate, title);
}

static void say_names_of_shell(const line *l, const char *kind, size_t kept) {
  printf(":%s %.*s%.*s\n", kind, (int)l->keep_len, l->keep, (int)kept, l->word);
}

/* say_mutants completes a name of a mutant, behind `prefix`. */
static void say_mutants(const line *l, const char *prefix) {
  mutant_list list;
  text problem = {0};
  if (mutants_load(&list, &problem)) {
    for (size_t i = 0; i < list.num; i++) {
      text name = {0};
      text_printf(&name, "%s%s", prefix, list.items[i].name);
      say(l, name.ptr, list.items[i].story);
      text_free(&name);
    }
  }
  mutants_free(&list);
  text_free(&problem);
}

/* say_targets: behind `exec:` and its like stands a command, which the shell knows. */
static void say_targets(const line *l) {
  const char *colon = strchr(l->word, ':');
  if (strncmp(l->word, MUTANT_PREFIX, strlen(MUTANT_PREFIX)) == 0) {
    say_mutants(l, MUTANT_PREFIX);
    return;
  }
  if (colon != NULL) {
    say_names_of_shell(l, "file", (size_t)(colon - l->word) + 1);
    return;
  }
  for (size_t i = 0; target_kind_at(i) != NULL; i++) {
    const char *word = target_kind_at(i)->word;
    size_t len = strcspn(word, ":");
    text shown = {0};
    text_put(&shown, word, len + (word[len] == ':' ? 1 : 0));
    if (!isupper((unsigned char)word[0])) { /* NAME stands for the shims below */
      say(l, shown.ptr, target_kind_at(i)->help);
    }
    text_free(&shown);
  }
  text shims = {0};
  target_list(l->shims, &shims);
  for (char *at = shims.ptr; at != NULL && *at != '\0';) {
    char *end = at + strcspn(at, "\n"), *blank = at + strcspn(at, " \n");
    char *about = blank + strspn(blank, " ");
    char *next = end + (*end != '\0' ? 1 : 0);
    *end = *blank = '\0';
    if (strchr(at, '/') == NULL) { /* else it says what is wrong with a file */
      say(l, at, about < end ? about : "");
    }
    at = next;
  }
  text_free(&shims);
}

static void say_features(const line *l) {
  const char *at = adapter_features();
  while (*at != '\0') {
    size_t len = strcspn(at, " ");
    text name = {0};
    text_put(&name, at, len);
    say(l, name.ptr, "");
    text_free(&name);
    at += len + strspn(at + len, " ");
  }
}

/* say_words says each of the words between bars. */
static void say_words(const line *l, const char *words, const char *about) {
  while (*words != '\0') {
    size_t len = strcspn(words, "|");
    text word = {0};
    text_put(&word, words, len);
    say(l, word.ptr, about);
    text_free(&word);
    words += len + (words[len] == '|' ? 1 : 0);
  }
}

/* say_value completes what --help calls "FILE", "ID" or "[TARGET…]"; in small letters it is a word
 * that stands as it is, or one of two. */
static void say_value(const line *l, const char *what, const char *about) {
  if (strstr(what, "TARGET") != NULL) {
    say_targets(l);
  } else if (strstr(what, "MUTANT") != NULL) {
    say_mutants(l, "");
  } else if (strstr(what, "ID") != NULL || strstr(what, "GLOB") != NULL) {
    complete_ids(l->vectors, l->profiles, l->word, say_id, l);
  } else if (strstr(what, "FEATURE") != NULL) {
    say_features(l);
  } else if (strstr(what, "FILE") != NULL || strstr(what, "OLD") != NULL ||
             strstr(what, "LIBRARY") != NULL) {
    say_names_of_shell(l, "file", 0);
  } else if (strstr(what, "DIR") != NULL) {
    say_names_of_shell(l, "folder", 0);
  } else if (islower((unsigned char)what[0])) {
    say_words(l, what, about);
  }
}

static void say_options(const line *l) {
  for (size_t i = 0; option_at(i) != NULL; i++) {
    const option_row *row = option_at(i);
    text name = {0};
    text_printf(&name, "--%s", row->name);
    if (row->commands == NULL || (l->command != NULL && option_is_for(row, l->command))) {
      say(l, name.ptr, row->help);
    }
    text_free(&name);
  }
}

static void say_commands(const line *l) {
  for (size_t i = 0; command_at(i) != NULL; i++) {
    const command_row *row = command_at(i);
    if (i == 0 || strcmp(command_at(i - 1)->name, row->name) != 0) {
      say(l, row->name, row->help);
    }
  }
}

static void say_arguments(const line *l) {
  for (size_t i = 0; command_at(i) != NULL; i++) {
    const command_row *row = command_at(i);
    bool more = l->num_arguments == 0 || strstr(row->arguments, "…") != NULL;
    if (strcmp(row->name, l->command) == 0 && more) {
      say_value(l, row->arguments, row->help);
    }
  }
}

/* take_value remembers the folders and the file that the line names. */
static void take_value(line *l, const option_row *row, const char *value) {
  l->vectors = strcmp(row->name, "vectors") == 0 ? value : l->vectors;
  l->shims = strcmp(row->name, "shims") == 0 ? value : l->shims;
  l->profiles = strcmp(row->name, "profiles") == 0 ? value : l->profiles;
}

/* row_of returns the row of the option that a word is, and its value if it is in the word, too. */
static const option_row *row_of(const char *word, const char **value) {
  size_t len = strcspn(word, "=");
  *value = word[len] == '=' ? word + len + 1 : NULL;
  return strncmp(word, "--", 2) == 0 ? option_find(word + 2, len - 2) : NULL;
}

static void take_word(line *l, const char *word) {
  const char *value = NULL;
  const option_row *row = row_of(word, &value);
  if (l->open != NULL) {
    take_value(l, l->open, word);
    l->open = NULL;
  } else if (row != NULL && row->value != NULL) {
    l->open = value == NULL ? row : NULL;
    if (value != NULL) {
      take_value(l, row, value);
    }
  } else if (word[0] != '-' && l->command == NULL) {
    l->command = word;
  } else if (word[0] != '-') {
    l->num_arguments++;
  }
}

/* take_last: in `--json=FILE` the value alone is completed. */
static void take_last(line *l, const char *word) {
  const char *value = NULL;
  const option_row *row = row_of(word, &value);
  l->keep = l->word = word;
  if (l->open == NULL && row != NULL && row->value != NULL && value != NULL) {
    l->open = row;
    l->word = value;
    l->keep_len = (size_t)(value - word);
  }
}

int complete_command(const options *o) {
  line l = {.vectors = o->vectors, .shims = o->shims};
  for (size_t i = 0; i + 1 < o->num_arguments; i++) {
    take_word(&l, o->arguments[i]);
  }
  take_last(&l, o->arguments[o->num_arguments - 1]);
  if (l.open != NULL) {
    say_value(&l, l.open->value, "");
  } else if (l.word[0] == '-') {
    say_options(&l);
  } else if (l.command == NULL) {
    say_commands(&l);
  } else {
    say_arguments(&l);
  }
  return EXIT_CONFORMANT;
}
