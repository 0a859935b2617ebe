/* SPDX-License-Identifier: Apache-2.0 */
/* list.c - what there is to run, and one vector in full. */
#include "command_table.h"
#include "commands.h"
#include "json.h"
#include "mistake.h"
#include "mutants.h"
#include "result.h"
#include "sweeps.h"
#include "target.h"
#include "utf8.h"
#include "vectors.h"
#include "visible.h"

#include <stdio.h>

static bool load(const options *o, vector_set *set) {
  text problem = {0};
  bool fine = vectors_load(o->vectors, set, &problem);
  if (!fine) {
    fprintf(stderr, "dciauth-conform: %s\n", problem.ptr);
  }
  text_free(&problem);
  return fine;
}

static int list_targets(const options *o) {
  text lines = {0};
  for (size_t i = 0; target_kind_at(i + 1) != NULL; i++) { /* the last: what follows */
    text_printf(&lines, "%-24s %s\n", target_kind_at(i)->word, target_kind_at(i)->help);
  }
  target_list(o->shims, &lines);
  fwrite(lines.ptr, 1, lines.len, stdout);
  text_free(&lines);
  return EXIT_CONFORMANT;
}

static int list_mistakes(void) {
  for (size_t i = 0; mistake_at(i) != NULL; i++) {
    puts(mistake_at(i)->name);
  }
  return EXIT_CONFORMANT;
}

static int list_mutants(void) {
  mutant_list list;
  text words = {0};
  bool fine = mutants_load(&list, &words);
  if (fine) {
    mutants_put(&list, &words);
    fwrite(words.ptr, 1, words.len, stdout);
  } else {
    fprintf(stderr, "dciauth-conform: %s\n", words.ptr);
  }
  mutants_free(&list);
  text_free(&words);
  return fine ? EXIT_CONFORMANT : EXIT_USAGE;
}

static void print_line(const vector *v) {
  const char *verdict = json_str(v->test, "result");
  text title = {0};
  visible_put(&title, dciauth_str(v->title), SIZE_MAX);
  printf("%-48s %-6s %-10s %-9s %s\n", v->id, v->op, verdict, v->settled ? "" : "disputed",
         text_str(&title));
  text_free(&title);
}

/* print_sweeps prints a line for each sweep and returns how many vectors they hold. */
static size_t print_sweeps(const options *o, const vector_set *set, size_t *num_sweeps) {
  sweeps all;
  size_t num = 0;
  sweeps_collect(set, NULL, o, &all);
  for (size_t i = 0; i < all.num; i++) {
    text glob = {0};
    sweeps_put_area(&all.items[i], &glob);
    text_puts(&glob, "/*");
    if (!o->sweeps_only) {
      printf("%-48s %-6s %zu vectors of a sweep\n", text_str(&glob), all.items[i].first->op,
             all.items[i].num);
    }
    text_free(&glob);
    num += all.items[i].num;
  }
  *num_sweeps = all.num;
  sweeps_free(&all);
  return num;
}

/* print_vectors prints a line for each vector; a sweep is one line, unless sweeps alone were asked
 * for. The counts go to standard error: standard output is for programs. */
static size_t print_vectors(const options *o, const vector_set *set) {
  size_t num = 0, num_sweeps = 0;
  for (size_t i = 0; i < set->num; i++) {
    const vector *v = &set->items[i];
    if (options_select(o, v) && (!v->sweep || o->sweeps_only)) {
      print_line(v);
      num += v->sweep ? 0 : 1;
    }
  }
  size_t of_sweeps = print_sweeps(o, set, &num_sweeps);
  fprintf(stderr, "%zu vectors, and %zu in %zu sweeps\n", num, of_sweeps, num_sweeps);
  return num + of_sweeps;
}

int list_command(const options *o) {
  if (o->num_arguments == 1 && strcmp(o->arguments[0], "targets") == 0) {
    return list_targets(o);
  }
  if (o->num_arguments == 1 && strcmp(o->arguments[0], "mistakes") == 0) {
    return list_mistakes();
  }
  if (o->num_arguments == 1 && strcmp(o->arguments[0], "mutants") == 0) {
    return list_mutants();
  }
  if (o->num_arguments == 1 && strcmp(o->arguments[0], "vectors") != 0) {
    fputs("dciauth-conform: list takes nothing, `vectors`, `targets`, `mistakes` or `mutants`\n"
          "See dciauth-conform --help\n",
          stderr);
    return EXIT_USAGE;
  }
  vector_set set = {0};
  int status = EXIT_USAGE;
  if (load(o, &set)) {
    status = print_vectors(o, &set) > 0 ? EXIT_CONFORMANT : EXIT_NOTHING_RAN;
  }
  vectors_free(&set);
  return status;
}

/* put_escaped appends JSON text with an escape for each character that does not show: the printer
 * leaves DEL and the controls above it as they are. */
static void put_escaped(dciauth_span json_text, text *out) {
  for (size_t at = 0, len; at < json_text.len; at += len) {
    uint32_t c = 0;
    len = utf8_next(json_text, at, &c);
    if (len == 0) {
      len = 1; /* not reached: what was read as JSON is UTF-8 */
    } else if (c >= 0x7F && c < 0x10000 && !utf8_is_visible(c)) {
      text_printf(out, "\\u%04x", (unsigned)c);
    } else {
      text_put(out, json_text.ptr + at, len);
    }
  }
}

/* print_vector: the JSON alone on standard output, for programs; what else there is to say of it
 * beside. */
static int print_vector(const vector_set *set, const char *id) {
  long index = vectors_find(set, id);
  if (index == NO_TWIN) {
    fprintf(stderr, "dciauth-conform: %s: no such vector: see `dciauth-conform list`\n", id);
    return EXIT_USAGE;
  }
  text comment = {0}, pretty = {0}, out = {0};
  const vector *v = &set->items[index];
  visible_put(&comment, dciauth_str(v->comment), SIZE_MAX);
  fprintf(stderr, "%s: %s\n%s%s\n", v->file, v->op, text_str(&comment),
          comment.len > 0 ? "\n" : "");
  json_print_pretty(v->test, &pretty);
  put_escaped(text_span(&pretty), &out);
  printf("%s\n", out.ptr);
  text_free(&comment);
  text_free(&pretty);
  text_free(&out);
  return EXIT_CONFORMANT;
}

int show_command(const options *o) {
  vector_set set = {0};
  int status = load(o, &set) ? print_vector(&set, o->arguments[0]) : EXIT_USAGE;
  vectors_free(&set);
  return status;
}
