/* SPDX-License-Identifier: Apache-2.0 */
/* json.c - the only file that knows cJSON. The text is scanned before it is parsed (json_scan.c);
 * what the scanner cannot see, a key given twice, is looked for in the tree (json_keys.c). */
#include "json.h"

#include "json_arena.h"
#include "json_keys.h"
#include "memory.h"
#include "visible.h"

#include <cjson/cJSON.h>

#ifdef __has_feature
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

static bool uses_arenas;

void json_use_arenas(void) {
#if !defined(__SANITIZE_ADDRESS__) && !HAS_FEATURE(address_sanitizer)
  cJSON_Hooks hooks = {arena_alloc, arena_drop};
  cJSON_InitHooks(&hooks);
  uses_arenas = true;
#endif
}

void json_forget_thread(void) {
  arena_forget();
}

json *json_parse(dciauth_span in, json_error *error) {
  *error = (json_error){0};
  if (!json_scan(in, error)) {
    return NULL;
  }
  if (uses_arenas) {
    arena_begin(in.len);
  }
  /* It need not look for the end of the text: the scanner knows that nothing follows. */
  json *root = cJSON_ParseWithLengthOpts((const char *)in.ptr, in.len, NULL, 0);
  arena_end();
  if (root == NULL) {
    mem_fail(); /* the text is valid, so nothing else can have gone wrong */
  }
  if (json_repeats_a_key(root, error)) {
    json_free(root);
    return NULL;
  }
  return root;
}

void json_error_put(text *out, const char *path, const json_error *error) {
  text_printf(out, "%s: ", path);
  if (error->line > 0) { /* of a key that is there twice only the pointer is known */
    text_printf(out, "line %zu, ", error->line);
  }
  if (error->column > 0) {
    text_printf(out, "column %zu, ", error->column);
  }
  text_puts(out, "at \"");
  visible_put(out, dciauth_str(error->pointer), sizeof error->pointer);
  text_printf(out, "\": %s", error->what);
}

void json_free(json *root) {
  if (uses_arenas && root != NULL) {
    arena_free(root); /* the root is the first piece that the parser asks for */
  } else {
    cJSON_Delete(root);
  }
}

bool json_is_object(const json *value) {
  return cJSON_IsObject(value) != 0;
}

bool json_is_array(const json *value) {
  return cJSON_IsArray(value) != 0;
}

bool json_is_string(const json *value) {
  return cJSON_IsString(value) != 0;
}

bool json_is_null(const json *value) {
  return cJSON_IsNull(value) != 0;
}

const json *json_get(const json *object, const char *key) {
  const json *m = json_is_object(object) ? object->child : NULL;
  while (m != NULL && strcmp(m->string, key) != 0) {
    m = m->next;
  }
  return m;
}

const json *json_first(const json *container) {
  return container != NULL ? container->child : NULL; /* which nothing else has */
}

const json *json_next(const json *element) {
  return element->next;
}

size_t json_count(const json *container) {
  size_t num = 0;
  for (const json *m = json_first(container); m != NULL; m = json_next(m)) {
    num++;
  }
  return num;
}

const char *json_key(const json *member) {
  return member->string != NULL ? member->string : "";
}

const char *json_string(const json *value) {
  return json_is_string(value) ? value->valuestring : NULL;
}

const char *json_str(const json *object, const char *key) {
  return json_string(json_get(object, key));
}

bool json_int(const json *value, int64_t *out) {
  if (!cJSON_IsNumber(value) || value->valuedouble >= 9007199254740992.0 ||
      value->valuedouble <= -9007199254740992.0) {
    return false;
  }
  *out = (int64_t)value->valuedouble; /* valueint saturates at 32 bits */
  return (double)*out == value->valuedouble;
}

bool json_number(const json *value, double *out) {
  *out = cJSON_IsNumber(value) ? value->valuedouble : 0;
  return cJSON_IsNumber(value) != 0;
}

bool json_bool(const json *value, bool *out) {
  *out = cJSON_IsTrue(value) != 0;
  return cJSON_IsBool(value) != 0;
}

static bool is_same_scalar(const json *a, const json *b) {
  if (cJSON_IsString(a)) {
    return strcmp(a->valuestring, b->valuestring) == 0;
  }
  /* what was read is finite, and written as it was read: equal or not, without a margin */
  return !cJSON_IsNumber(a) ||
         (a->valuedouble <= b->valuedouble && a->valuedouble >= b->valuedouble);
}

bool json_same(const json *a, const json *b) {
  if (a == NULL || b == NULL || (a->type & 0xFF) != (b->type & 0xFF)) {
    return a == b;
  }
  const json *m = json_first(a), *n = json_first(b);
  for (; m != NULL && n != NULL; m = json_next(m), n = json_next(n)) {
    /* mostly in the same order; else looked for, and as no key is there twice, all are found */
    bool here = m->string == NULL || strcmp(m->string, n->string) == 0;
    if (!json_same(m, here ? n : json_get(b, m->string))) {
      return false;
    }
  }
  return m == n && is_same_scalar(a, b);
}

void json_merge(json *root, json *object, const json *defaults) {
  if (uses_arenas) {
    arena_resume(root);
  }
  for (const json *m = json_first(defaults); m != NULL; m = json_next(m)) {
    if (json_get(object, m->string) != NULL) {
      continue;
    }
    cJSON *copy = cJSON_Duplicate(m, 1);
    if (copy == NULL || !cJSON_AddItemToObject(object, m->string, copy)) {
      mem_fail();
    }
  }
  arena_end();
}

void json_print_pretty(const json *value, text *out) {
  char *printed = cJSON_Print(value);
  if (printed == NULL) {
    mem_fail();
  }
  text_puts(out, printed);
  cJSON_free(printed);
}
