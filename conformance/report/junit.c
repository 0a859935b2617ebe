/* SPDX-License-Identifier: Apache-2.0 */
/* junit.c - JUnit XML: a suite for each target, a case for each vector. What went wrong with the
 * target itself, or with its gates, is a case too: nobody reads the attributes of a suite. */
#include "tell.h"
#include "writers.h"
#include "xml.h"

typedef struct {
  size_t tests, failures, errors, skipped;
} sums;

/* element_of names the child of a case that an outcome asks for; NULL: it passed. What was not run
 * is no pass, even for those that read this file alone, unless that was asked for: then there is a
 * failure before it. A failure with an excuse is skipped, as those of pytest that are expected. */
static const char *element_of(const run *r, const outcome *o) {
  switch (o->status) {
  case OUTCOME_PASS: return NULL;
  case OUTCOME_NOT_APPLICABLE:
  case OUTCOME_UNREPRESENTABLE:
  case OUTCOME_DISPUTED:
  case OUTCOME_VACUOUS: return "skipped";
  case OUTCOME_NOT_RUN: return r->stopped ? "skipped" : "error";
  default: break;
  }
  if (!outcome_is_news(o)) {
    return "skipped";
  }
  return o->status == OUTCOME_FAIL ? "failure" : "error";
}

static const char *problem_element(const run *r) {
  return r->problem_is_known ? "skipped" : "error";
}

static void add(sums *s, const char *element) {
  s->tests++;
  s->failures += element != NULL && strcmp(element, "failure") == 0 ? 1 : 0;
  s->errors += element != NULL && strcmp(element, "error") == 0 ? 1 : 0;
  s->skipped += element != NULL && strcmp(element, "skipped") == 0 ? 1 : 0;
}

static sums sums_of(const run *r) {
  sums s = {0};
  for (size_t i = 0; i < r->num; i++) {
    add(&s, element_of(r, &r->entries[i].result));
  }
  if (r->problem[0] != '\0') {
    add(&s, problem_element(r));
  }
  if (r->gates[0] != '\0') {
    add(&s, "failure");
  }
  return s;
}

static void put_sums(xml *x, const sums *s) {
  xml_number(x, "tests", s->tests);
  xml_number(x, "failures", s->failures);
  xml_number(x, "errors", s->errors);
  xml_number(x, "skipped", s->skipped);
}

static void put_property(xml *x, const char *name, dciauth_span value) {
  xml_begin(x, "property");
  xml_attribute(x, "name", dciauth_str(name));
  xml_attribute(x, "value", value);
  xml_end(x);
}

/* put_remark: what passed for another reason than the suite's says so. */
static void put_remark(xml *x, const text *warning) {
  static const char acceptable[] = "acceptable: ";
  size_t len = sizeof acceptable - 1;
  dciauth_span words = text_span(warning);
  if (words.len == 0) {
    return;
  }
  bool choice = words.len > len && memcmp(words.ptr, acceptable, len) == 0;
  xml_begin(x, "properties");
  put_property(x, choice ? "acceptable" : "remark",
               choice ? dciauth_bytes(words.ptr + len, words.len - len) : words);
  xml_end(x);
}

static void put_verdict(xml *x, const run *r, const entry *e) {
  const char *element = element_of(r, &e->result);
  text words = {0};
  if (element == NULL) {
    return;
  }
  tell_reason(e, &words);
  xml_begin(x, element);
  xml_attribute(x, "message", text_span(&words));
  if (strcmp(element, "skipped") != 0) {
    xml_attribute(x, "type", dciauth_str(outcome_name(e->result.status)));
  }
  if (outcome_is_failure(e->result.status)) {
    text_clear(&words);
    text_puts(&words, "\n");
    tell_body(e, &words);
    xml_text(x, text_span(&words));
  }
  xml_end(x);
  text_free(&words);
}

/* put_class: CI systems make a tree of the points in a class name; what stands before the first is
 * the target. */
static void put_class(xml *x, const run *r, const char *group) {
  text name = {0};
  text_puts(&name, r->label);
  for (char *c = name.ptr; c != NULL && *c != '\0'; c++) {
    *c = *c == '.' || *c == '/' ? '_' : *c;
  }
  size_t target = name.len;
  text_puts(&name, group[0] != '\0' ? "." : "");
  text_puts(&name, group);
  for (char *c = name.ptr + target; *c != '\0'; c++) {
    *c = *c == '/' ? '.' : *c;
  }
  xml_attribute(x, "classname", text_span(&name));
  text_free(&name);
}

static void put_case(xml *x, const run *r, const entry *e) {
  xml_begin(x, "testcase");
  put_class(x, r, e->group);
  xml_attribute(x, "name", dciauth_str(e->id));
  put_remark(x, &e->result.warning);
  put_verdict(x, r, e);
  xml_end(x);
}

/* put_extra puts a case that is no vector. */
static void put_extra(xml *x, const run *r, const char *name, const char *element,
                      dciauth_span message, const char *body) {
  xml_begin(x, "testcase");
  put_class(x, r, "target");
  xml_attribute(x, "name", dciauth_str(name));
  xml_begin(x, element);
  xml_attribute(x, "message", message);
  if (strcmp(element, "skipped") != 0) {
    xml_attribute(x, "type", dciauth_str("target"));
  }
  if (body[0] != '\0') {
    xml_text(x, dciauth_str(body));
  }
  xml_end(x);
  xml_end(x);
}

static void put_extras(xml *x, const run *r) {
  if (r->problem[0] != '\0') {
    text message = {0};
    tell_problem(r, &message);
    put_extra(x, r, "starts and ends well", problem_element(r), text_span(&message), "");
    text_free(&message);
  }
  if (r->gates[0] != '\0') {
    size_t len = strcspn(r->gates, "\n");
    put_extra(x, r, "gates", "failure", dciauth_bytes(r->gates, len), r->gates);
  }
}

static void put_flag(xml *x, const char *name, bool value) {
  if (value) {
    put_property(x, name, dciauth_str("true"));
  }
}

static void put_properties(xml *x, const run *r) {
  xml_begin(x, "properties");
  put_property(x, "target", dciauth_str(r->name));
  put_property(x, "suite", dciauth_str(r->suite));
  put_property(x, "runner", dciauth_str(r->runner));
  put_flag(x, "interrupted", r->interrupted);
  put_flag(x, "stopped", r->stopped);
  if (r->blind) {
    text seed = {0};
    text_printf(&seed, "%zu", r->seed);
    put_property(x, "seed", text_span(&seed));
    text_free(&seed);
  }
  xml_end(x);
}

static void put_suite(xml *x, const run *r) {
  sums s = sums_of(r);
  xml_begin(x, "testsuite");
  xml_attribute(x, "name", dciauth_str(r->label));
  put_sums(x, &s);
  put_properties(x, r);
  put_extras(x, r);
  for (size_t i = 0; i < r->num; i++) {
    put_case(x, r, &r->entries[i]);
  }
  xml_end(x);
}

bool write_junit(const runs *all, text *out) {
  xml x;
  sums s = {0};
  for (size_t i = 0; i < all->num; i++) {
    sums one = sums_of(&all->items[i]);
    s = (sums){s.tests + one.tests, s.failures + one.failures, s.errors + one.errors,
               s.skipped + one.skipped};
  }
  xml_open(&x);
  xml_begin(&x, "testsuites");
  xml_attribute(&x, "name", dciauth_str("dciauth-conform"));
  put_sums(&x, &s);
  for (size_t i = 0; i < all->num; i++) {
    put_suite(&x, &all->items[i]);
  }
  xml_end(&x);
  return xml_close(&x, out);
}
