/* SPDX-License-Identifier: Apache-2.0 */
/* json.c - the only file that knows cJSON. The text is scanned before it is parsed (json_scan.c);
 * what the scanner cannot see, a key given twice, is looked for in the tree. */
#include "json.h"

#include "memory.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

static int compare_keys(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* find_repeated returns a key that an object holds twice, or NULL. Sorted, for a shim may send a
 * million of them. */
static const char *find_repeated(const json *object) {
  size_t num = json_count(object), i = 0;
  const char **keys = mem_alloc(num, sizeof *keys);
  for (const json *m = json_first(object); m != NULL; m = json_next(m)) {
    keys[i++] = m->string;
  }
  qsort(keys, num, sizeof *keys, compare_keys);
  const char *found = NULL;
  for (i = 1; i < num && found == NULL; i++) {
    found = strcmp(keys[i - 1], keys[i]) == 0 ? keys[i] : NULL;
  }
  free(keys);
  return found;
}

static bool has_repeated_key(const json *value, const char *pointer, json_error *error) {
  const char *key = json_is_object(value) ? find_repeated(value) : NULL;
  if (key != NULL) {
    snprintf(error->pointer, sizeof error->pointer, "%s", pointer);
    json_pointer_add(error->pointer, sizeof error->pointer, dciauth_str(key));
    snprintf(error->what, sizeof error->what, "the key is there twice: remove one");
    return true;
  }
  size_t index = 0;
  for (const json *m = json_first(value); m != NULL; m = json_next(m), index++) {
    if (json_first(m) == NULL) {
      continue;
    }
    char below[sizeof error->pointer], number[24];
    snprintf(below, sizeof below, "%s", pointer);
    snprintf(number, sizeof number, "%zu", index);
    json_pointer_add(below, sizeof below, dciauth_str(m->string != NULL ? m->string : number));
    if (has_repeated_key(m, below, error)) {
      return true;
    }
  }
  return false;
}

json *json_parse(dciauth_span in, json_error *error) {
  *error = (json_error){0};
  if (!json_scan(in, error)) {
    return NULL;
  }
  /* The copy ends in a NUL, and the length counts it: cJSON refuses valid documents otherwise. */
  char *copy = mem_text((const char *)in.ptr, in.len);
  json *root = cJSON_ParseWithLengthOpts(copy, in.len + 1, NULL, 1);
  free(copy);
  if (root == NULL) {
    mem_fail(); /* the text is valid, so nothing else can have gone wrong */
  }
  if (has_repeated_key(root, "", error)) {
    cJSON_Delete(root);
    return NULL;
  }
  return root;
}

void json_free(json *root) {
  cJSON_Delete(root);
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
  return json_is_object(object) ? cJSON_GetObjectItemCaseSensitive(object, key) : NULL;
}

const json *json_first(const json *container) {
  return json_is_object(container) || json_is_array(container) ? container->child : NULL;
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

bool json_bool(const json *value, bool *out) {
  *out = cJSON_IsTrue(value) != 0;
  return cJSON_IsBool(value) != 0;
}

void json_merge(json *object, const json *defaults) {
  for (const json *m = json_first(defaults); m != NULL; m = json_next(m)) {
    if (json_get(object, m->string) != NULL) {
      continue;
    }
    cJSON *copy = cJSON_Duplicate(m, 1);
    if (copy == NULL || !cJSON_AddItemToObject(object, m->string, copy)) {
      mem_fail();
    }
  }
}

static void put_printed(char *printed, text *out) {
  if (printed == NULL) {
    mem_fail();
  }
  text_puts(out, printed);
  cJSON_free(printed);
}

void json_print(const json *value, text *out) {
  put_printed(cJSON_PrintUnformatted(value), out);
}

void json_print_pretty(const json *value, text *out) {
  put_printed(cJSON_Print(value), out);
}
