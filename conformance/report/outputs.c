/* SPDX-License-Identifier: Apache-2.0 */
/* outputs.c - member and writer of each kind of report, in one table. */
#include "outputs.h"

#include "writers.h"

#include <stddef.h>

static const struct {
  size_t offset; /* of the member of options */
  bool (*write)(const runs *all, text *out);
} kinds[OUTPUT_NUM] = {[OUTPUT_JUNIT] = {offsetof(options, junit), write_junit},
                       [OUTPUT_TAP] = {offsetof(options, tap), write_tap},
                       [OUTPUT_MARKDOWN] = {offsetof(options, markdown), write_markdown},
                       [OUTPUT_HTML] = {offsetof(options, html), write_html}};

static const char *path_of(const options *o, size_t kind) {
  return *(const char *const *)((const char *)o + kinds[kind].offset);
}

bool outputs_wanted(const options *o) {
  bool any = false;
  for (size_t i = 0; i < OUTPUT_NUM; i++) {
    any = any || path_of(o, i) != NULL;
  }
  return any;
}

bool outputs_open(const options *o, outputs *out, text *problem) {
  *out = (outputs){0};
  for (size_t i = 0; i < OUTPUT_NUM; i++) {
    if (!beside_open(path_of(o, i), &out->files[i], problem)) {
      outputs_drop(out);
      return false;
    }
  }
  return true;
}

static bool close_one(beside *file, bool made, const text *content, text *problem) {
  if (!made) {
    text_printf(problem, "%s: the report could not be made", file->path);
    beside_drop(file);
    return false;
  }
  beside_put(file, text_span(content));
  return beside_close(file, problem);
}

bool outputs_close(outputs *out, const runs *all, text *problem) {
  bool fine = true;
  for (size_t i = 0; i < OUTPUT_NUM; i++) {
    if (out->files[i].file == NULL) {
      continue;
    }
    text content = {0}, why = {0};
    bool made = kinds[i].write(all, &content);
    if (!close_one(&out->files[i], made, &content, &why)) {
      text_printf(problem, "%s%s", problem->len > 0 ? "; " : "", text_str(&why));
      fine = false;
    }
    text_free(&content);
    text_free(&why);
  }
  return fine;
}

void outputs_drop(outputs *out) {
  for (size_t i = 0; i < OUTPUT_NUM; i++) {
    beside_drop(&out->files[i]);
  }
}
