/* SPDX-License-Identifier: Apache-2.0 */
/* protocol.c - requests and answers as text. A request holds the vector's input as it is, and the
 * rules of its profile for shims that have no table of their own; never what is expected. */
#include "protocol.h"

#include "adapter_out.h"
#include "json_sorted.h"
#include "profiles.h"
#include "visible.h"

static const char *const status_names[ANSWER_NUM] = {
    [ANSWER_OK] = "ok",
    [ANSWER_REFUSED] = "refused",
    [ANSWER_UNSUPPORTED] = "unsupported",
    [ANSWER_UNREPRESENTABLE] = "unrepresentable",
    [ANSWER_RAISED] = "raised",
    [ANSWER_ERROR] = "error",
};

const char *protocol_status_name(answer_status status) {
  return status_names[status];
}

static void put_head(const char *op, int64_t id, text *out) {
  out_open(out, '{');
  out_member(out, "op", op);
  out_number(out, "id", id);
}

void protocol_put_hello(const char *suite, text *out) {
  put_head("hello", 0, out);
  out_key(out, "protocol");
  text_printf(out, "[%d]", PROTOCOL_VERSION);
  out_member(out, "suite", suite);
  text_puts(out, "}\n");
}

void protocol_put_bye(int64_t id, text *out) {
  put_head("bye", id, out);
  text_puts(out, "}\n");
}

void protocol_put_rules(const vector *v, text *out) {
  const dciauth_profile *profile = profiles_find(dciauth_str(v->profile));
  if (profile != NULL) {
    adapter_put_rules(profile, out);
  }
}

void protocol_put_request(int64_t id, const vector *v, bool sorted, dciauth_span rules, text *out) {
  put_head(v->op, id, out);
  out_key(out, "input");
  if (sorted) {
    json_put_sorted(v->input, out);
  } else {
    json_print(v->input, out);
  }
  if (rules.len > 0) {
    out_key(out, "rules");
    text_put_span(out, rules);
  }
  text_puts(out, "}\n");
}

static bool fail(text *problem, const char *what, dciauth_span line) {
  text_printf(problem, "%s: ", what);
  visible_put(problem, line, 400);
  return false;
}

static bool read_status(const json *document, answer_status *out) {
  const char *word = json_str(document, "status");
  for (int i = 0; word != NULL && i < ANSWER_NUM; i++) {
    if (strcmp(word, status_names[i]) == 0) {
      *out = (answer_status)i;
      return true;
    }
  }
  return false;
}

static bool check_answer(dciauth_span line, int64_t id, answer *out, text *problem) {
  int64_t got = -1;
  if (!json_is_object(out->document)) {
    return fail(problem, "the answer is no JSON object", line);
  }
  if (!json_int(json_get(out->document, "id"), &got)) {
    return fail(problem, "the answer has no `id`", line);
  }
  if (got != id) {
    text_printf(problem, "the answer has id %lld, the request had %lld: ", (long long)got,
                (long long)id);
    visible_put(problem, line, 400);
    return false;
  }
  if (!read_status(out->document, &out->status)) {
    return fail(problem, "the answer has no `status` that the protocol knows", line);
  }
  out->out = json_get(out->document, "out");
  const char *message = json_str(out->document, "message");
  out->message = message != NULL ? message : "";
  return true;
}

bool protocol_read_answer(dciauth_span line, int64_t id, answer *out, text *problem) {
  json_error error;
  *out = (answer){.message = "", .document = json_parse(line, &error)};
  if (out->document == NULL) {
    text_printf(problem, "the answer is no JSON (column %zu: %s): ", error.column, error.what);
    visible_put(problem, line, 400);
    return false;
  }
  if (!check_answer(line, id, out, problem)) {
    json_free(out->document);
    out->document = NULL;
    return false;
  }
  return true;
}

static bool check_words(const json *hello, const char *key, bool needed, text *problem) {
  const json *list = json_get(hello, key);
  bool fine = json_is_array(list) || (list == NULL && !needed);
  for (const json *word = json_first(list); word != NULL; word = json_next(word)) {
    fine = fine && json_is_string(word);
  }
  if (!fine) {
    text_printf(problem, "the hello needs `%s`, an array of strings", key);
  }
  return fine;
}

bool protocol_check_hello(const answer *hello, text *problem) {
  int64_t version = 0;
  const json *impl = json_get(hello->document, "impl");
  if (hello->status != ANSWER_OK) {
    text_printf(problem, "the answer to hello is %s ", status_names[hello->status]);
    visible_put(problem, dciauth_str(hello->message), 400);
    return false;
  }
  if (!json_int(json_get(hello->document, "protocol"), &version) || version != PROTOCOL_VERSION) {
    text_puts(problem, "the hello needs `\"protocol\": 1`");
    return false;
  }
  if (json_str(impl, "name") == NULL || json_str(impl, "version") == NULL) {
    text_puts(problem, "the hello needs `impl` with the strings `name` and `version`");
    return false;
  }
  return check_words(hello->document, "ops", true, problem) &&
         check_words(hello->document, "profiles", true, problem) &&
         check_words(hello->document, "features", false, problem) &&
         check_words(hello->document, "stages", false, problem);
}

bool protocol_lists(const json *hello, const char *key, const char *word) {
  const json *item = json_first(json_get(hello, key));
  while (item != NULL && strcmp(json_string(item), word) != 0) {
    item = json_next(item);
  }
  return item != NULL;
}
