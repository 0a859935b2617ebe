/* SPDX-License-Identifier: Apache-2.0 */
/* json.h - JSON documents, read strictly. Getters take NULL and any kind of value, and compare keys
 * byte by byte. */
#ifndef CONFORM_JSON_H
#define CONFORM_JSON_H

#include "json_scan.h"
#include "text.h"

/* json is one value; a document is freed by its root. */
typedef struct cJSON json;

/* json_use_arenas puts each document into one piece of memory from now on, before the first is read
 * and in programs where nobody else uses cJSON: it knows one allocator. Built with
 * AddressSanitizer, it does nothing, so that each piece is watched. */
void json_use_arenas(void);

/* json_forget_thread frees what a thread that is about to end kept for its next document. */
void json_forget_thread(void);

/* json_parse reads one document: what json_scan accepts and holds no key twice. NULL: see error. */
json *json_parse(dciauth_span in, json_error *error);
void json_free(json *root);

bool json_is_object(const json *value);
bool json_is_array(const json *value);
bool json_is_string(const json *value);
bool json_is_null(const json *value);

/* json_get returns the member of an object, or NULL. */
const json *json_get(const json *object, const char *key);

/* json_first and json_next walk through the elements of an array or the members of an object. */
const json *json_first(const json *container);
const json *json_next(const json *element);
size_t json_count(const json *container);

/* json_key returns the key of a member. */
const char *json_key(const json *member);

/* json_str returns the string at a key, or NULL; json_string a string value, or NULL. Strings hold
 * no NUL. */
const char *json_str(const json *object, const char *key);
const char *json_string(const json *value);

/* json_int reads an integer of at most 53 bits, json_number any number, json_bool true or false.
 * False: it is not one. */
bool json_int(const json *value, int64_t *out);
bool json_number(const json *value, double *out);
bool json_bool(const json *value, bool *out);

/* json_same says whether two values, or two times NULL, are equal; the order of members is free. */
bool json_same(const json *a, const json *b);

/* json_merge copies the members of `defaults` that `object` lacks into it; both are of the document
 * `root`. */
void json_merge(json *root, json *object, const json *defaults);

/* json_error_put appends what is wrong in the document at `path`, and where. */
void json_error_put(text *out, const char *path, const json_error *error);

/* json_print appends the value in one line; json_print_pretty in many. */
void json_print(const json *value, text *out);
void json_print_pretty(const json *value, text *out);

#endif
