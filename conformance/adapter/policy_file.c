/* SPDX-License-Identifier: Apache-2.0 */
/* policy_file.c - one policy for the whole program, read before the first vector is sent. */
#include "policy_file.h"

#include "file_read.h"
#include "visible.h"

static json *root; /* in which the names lie */
static policy_setting setting;

static bool read_root(const char *path, text *problem) {
  policy_problem wrong;
  if (!policy_json_read(root, NULL, &setting, &wrong)) {
    text_printf(problem, "%s: ", path);
    visible_put(problem, dciauth_str(wrong.pointer), sizeof wrong.pointer);
    text_printf(problem, ": %s", wrong.what);
    return false;
  }
  return true;
}

bool policy_file_load(const char *path, text *problem) {
  text content = {0};
  json_error error;
  bool fine = false;
  if (file_read(path, &content, problem)) {
    root = json_parse(text_span(&content), &error);
    fine = root != NULL && read_root(path, problem);
    if (root == NULL) {
      json_error_put(problem, path, &error);
    }
  }
  text_free(&content);
  return fine;
}

void policy_file_free(void) {
  policy_setting_free(&setting);
  json_free(root);
  root = NULL;
}

const policy_setting *policy_file(void) {
  return root != NULL ? &setting : NULL;
}
