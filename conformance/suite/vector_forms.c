/* SPDX-License-Identifier: Apache-2.0 */
/* vector_forms.c - the tables of forms, from the bottom to the top: vectors/schema/ in C. A test
 * lets both judge the same wrong files. */
#include "vector_forms.h"

#include <stddef.h>
#include <string.h>

/* A row of a form: a member that is needed or may be there, with the form or the words it takes. */
#define NEED(name, kind)                                                                           \
  { name, FORM_##kind, true, NULL, NULL }
#define MAY(name, kind)                                                                            \
  { name, FORM_##kind, false, NULL, NULL }
#define NEED_OF(name, kind, form)                                                                  \
  { name, FORM_##kind, true, &(form), NULL }
#define MAY_OF(name, kind, form)                                                                   \
  { name, FORM_##kind, false, &(form), NULL }
#define NEED_WORD(name, words)                                                                     \
  { name, FORM_CHOICE, true, NULL, words }
#define MAY_WORD(name, words)                                                                      \
  { name, FORM_CHOICE, false, NULL, words }

#define FORM(name, ...)                                                                            \
  static const form_member name##_members[] = {__VA_ARGS__};                                       \
  static const form name = {name##_members, sizeof name##_members / sizeof *name##_members, NULL}
#define CHOICE_OF_FORMS(name, choose) static const form name = {NULL, 0, choose}

/* ---- Input ----------------------------------------------------------------------------------- */

FORM(header, NEED("n", BYTES), NEED("v", BYTES));
FORM(request, NEED("method", BYTES), NEED("target", BYTES), NEED_OF("headers", LIST, header),
     NEED("body", BODY));
FORM(credentials, NEED("access_key", TEXT), NEED("secret_key", TEXT), MAY("session_token", TEXT));
FORM(payload, NEED_WORD("mode", "body literal"), MAY("hash", TEXT));
FORM(expect, NEED("region", TEXT), NEED("service", TEXT));
FORM(clock_form, NEED("now", TIME), NEED("max_skew_s", COUNT));
FORM(limits, MAY("method", POSITIVE), MAY("target", POSITIVE), MAY("args", POSITIVE),
     MAY("headers", POSITIVE), MAY("header_name", POSITIVE), MAY("header_value", POSITIVE),
     MAY("body", POSITIVE), MAY("access_key", POSITIVE), MAY("signed_headers", POSITIVE));
FORM(policy, MAY_WORD("preset", "strict python-dciauth"), MAY("must_sign", TEXTS),
     MAY("guard", TEXTS), MAY_WORD("repeat", "row refuse first"), MAY_OF("limits", OBJECT, limits),
     MAY_WORD("unsigned_payload", "refuse allow"), MAY_WORD("payload_absent", "refuse hash"),
     MAY_WORD("payload_hash_case", "refuse accept"), MAY_WORD("hex_case", "refuse accept"),
     MAY_WORD("auth_header_ws", "strict lenient"), MAY_WORD("duplicate_auth_param", "refuse last"),
     MAY_WORD("unknown_auth_param", "refuse ignore"),
     MAY_WORD("signed_headers_form", "refuse canonicalise"), MAY_WORD("coverage", "required free"),
     MAY_WORD("scope_date", "strict signed"), MAY_WORD("scope_region", "expected any"),
     MAY_WORD("scope_service", "expected any"), MAY_WORD("date_source", "dialect http"),
     MAY_WORD("token_unexpected", "refuse ignore"), MAY_WORD("view", "wire wsgi"));

/* What may be refused is signed at any time; what is a default, at one of the right form. */
#define SIGN_PARAMS(time)                                                                          \
  NEED("timestamp", time), MAY("region", TEXT), MAY("service", TEXT), MAY("signed_headers", TEXT), \
      MAY("algorithm", TEXT), MAY("terminator", TEXT), MAY("datestamp", TEXT)
#define PRESIGN_PARAMS(time)                                                                       \
  NEED("timestamp", time), NEED("region", TEXT), NEED("service", TEXT), NEED("expires", COUNT),    \
      MAY("signed_headers", TEXT)
FORM(sign_params, SIGN_PARAMS(TEXT));
FORM(timed_sign_params, SIGN_PARAMS(TIME));
FORM(presign_params, PRESIGN_PARAMS(TEXT));
FORM(timed_presign_params, PRESIGN_PARAMS(TIME));

/* What an input lacks may be a default; the whole is looked at once they are merged. */
#define EVERY_INPUT MAY("profile", TEXT), NEED_OF("request", OBJECT, request)
#define SIGN_INPUT                                                                                 \
  EVERY_INPUT, MAY_OF("payload", OBJECT, payload), MAY_OF("credentials", OBJECT, credentials)
FORM(sign_input, SIGN_INPUT, MAY_OF("params", OBJECT, sign_params));
FORM(presign_input, SIGN_INPUT, MAY_OF("params", OBJECT, presign_params));
FORM(sweep_input, EVERY_INPUT, MAY_OF("params", OBJECT, sign_params));
FORM(verify_input, EVERY_INPUT, MAY_OF("keyring", FILLED_LIST, credentials),
     MAY_OF("expect", OBJECT, expect), MAY_OF("clock", OBJECT, clock_form),
     MAY_OF("policy", OBJECT, policy));

#define SIGN_DEFAULTS MAY("profile", TEXT), MAY_OF("credentials", OBJECT, credentials)
FORM(sign_defaults, SIGN_DEFAULTS, MAY_OF("params", OBJECT, timed_sign_params));
FORM(presign_defaults, SIGN_DEFAULTS, MAY_OF("params", OBJECT, timed_presign_params));
FORM(verify_defaults, MAY("profile", TEXT), MAY_OF("keyring", FILLED_LIST, credentials),
     MAY_OF("expect", OBJECT, expect), MAY_OF("clock", OBJECT, clock_form));

/* ---- Results --------------------------------------------------------------------------------- */

FORM(error_form, NEED("class", WORD), NEED("any_of", WORDS));
FORM(refused, NEED_OF("error", OBJECT, error_form));
#define STAGES NEED("canonical_request", STAGE), NEED("string_to_sign", STAGE)
FORM(stages, STAGES, NEED("signature", HEX));
FORM(open_stages, STAGES);
FORM(signed_form, NEED_OF("stages", OBJECT, stages), NEED("authorization", TEXT));
FORM(presigned, NEED_OF("stages", OBJECT, stages), NEED("target", BYTES));
FORM(stages_alone, NEED_OF("stages", OBJECT, stages));

/* Where signatures are random, one is an example. */
FORM(public_key, NEED("x", HEX), NEED("y", HEX));
FORM(example, NEED("signature", TEXT), NEED("authorization", TEXT));
FORM(target_example, NEED("signature", TEXT), NEED("target", BYTES));
#define RANDOM NEED_OF("stages", OBJECT, open_stages), NEED_OF("public_key", OBJECT, public_key)
FORM(signed_at_random, RANDOM, NEED_OF("example", OBJECT, example));
FORM(presigned_at_random, RANDOM, NEED_OF("example", OBJECT, target_example));

static const form *choose_signed(const json *value) {
  const form *right = json_get(value, "public_key") != NULL ? &signed_at_random : &signed_form;
  return json_get(value, "error") != NULL ? &refused : right;
}

static const form *choose_presigned(const json *value) {
  const form *right = json_get(value, "public_key") != NULL ? &presigned_at_random : &presigned;
  return json_get(value, "error") != NULL ? &refused : right;
}

static const form *choose_swept(const json *value) {
  return json_get(value, "error") != NULL ? &refused : &stages_alone;
}

CHOICE_OF_FORMS(sign_expected, choose_signed);
CHOICE_OF_FORMS(presign_expected, choose_presigned);
CHOICE_OF_FORMS(sweep_expected, choose_swept);

FORM(other_signed, NEED_OF("stages", OBJECT, stages), NEED("authorization", TEXT),
     NEED("reason", TEXT));
FORM(other_stages, NEED_OF("stages", OBJECT, stages), NEED("reason", TEXT));
FORM(other_refused, NEED_OF("error", OBJECT, error_form), NEED("reason", TEXT));

static const form *choose_alternative(const json *value) {
  return json_get(value, "error") != NULL ? &other_refused : &other_signed;
}

static const form *choose_swept_alternative(const json *value) {
  return json_get(value, "error") != NULL ? &other_refused : &other_stages;
}

CHOICE_OF_FORMS(alternative, choose_alternative);
CHOICE_OF_FORMS(sweep_alternative, choose_swept_alternative);

#define DECISION NEED_WORD("decision", "accept reject")
FORM(view, NEED("method", BYTES), NEED("path", BYTES), NEED_OF("args", LIST, header),
     NEED_OF("headers", LIST, header), NEED("body_covered", BOOL));
FORM(accept_form, DECISION, NEED("principal", TEXT), MAY_OF("view", OBJECT, view));
FORM(reject_form, DECISION, NEED_OF("error", OBJECT, error_form));

static const form *choose_verdict(const json *value) {
  const char *decision = json_str(value, "decision");
  return decision != NULL && strcmp(decision, "accept") == 0 ? &accept_form : &reject_form;
}

CHOICE_OF_FORMS(verdict, choose_verdict);
FORM(verify_expected, NEED_OF("verify", OBJECT, verdict));

/* ---- Tests ----------------------------------------------------------------------------------- */

FORM(knob, NEED("name", TEXT), NEED("sides", TEXT_MAP));
FORM(rule, NEED("doc", WORD), NEED("section", TEXT), NEED("rule", TEXT));
FORM(recipe, NEED("base", ID), NEED_WORD("step", "before-sign after-sign"), NEED("op", WORD),
     MAY("at", TEXT), NEED("value", BYTES));
FORM(vote, NEED("name", TEXT), NEED("version", TEXT), NEED("agree", TEXTS), MAY("disagree", TEXT));
FORM(provenance, NEED_WORD("kind", "conformance compatibility"), NEED("origin", TEXT),
     NEED("ref", TEXT), NEED_OF("oracles", LIST, vote), NEED("settled", BOOL));
FORM(change, NEED("suite", TEXT), NEED("what", TEXT));
FORM(sighting, NEED("impl", TEXT), NEED("version", TEXT), NEED("ref", TEXT));

#define EVERY_TEST                                                                                 \
  NEED("id", ID), NEED("since", SEMVER), NEED("title", TITLE), NEED("requires", TEXTS),            \
      NEED_WORD("result", "valid invalid acceptable"), NEED_OF("provenance", OBJECT, provenance),  \
      MAY_OF("knob", OBJECT, knob)
#define AUTHORED_TEST                                                                              \
  EVERY_TEST, NEED("comment", FILLED), NEED_WORD("level", "must should may"),                      \
      NEED_WORD("severity", "none low medium high critical"), NEED("flags", FILLED_WORDS),         \
      NEED_OF("spec", LIST, rule), NEED("digest", HEX), MAY("aliases", IDS),                       \
      MAY_OF("changed", LIST, change), MAY_OF("seen_in", LIST, sighting),                          \
      MAY("conflicts_with", IDS)
FORM(sign_test, AUTHORED_TEST, NEED_OF("input", OBJECT, sign_input),
     NEED_OF("expected", OBJECT, sign_expected), MAY_OF("alternatives", FILLED_LIST, alternative));
FORM(presign_test, AUTHORED_TEST, NEED_OF("input", OBJECT, presign_input),
     NEED_OF("expected", OBJECT, presign_expected));
FORM(verify_test, AUTHORED_TEST, NEED_OF("input", OBJECT, verify_input),
     NEED_OF("expected", OBJECT, verify_expected), MAY("twin", ID),
     MAY_OF("recipe", OBJECT, recipe));
FORM(sweep_test, EVERY_TEST, NEED_OF("input", OBJECT, sweep_input),
     NEED_OF("expected", OBJECT, sweep_expected),
     MAY_OF("alternatives", FILLED_LIST, sweep_alternative));

/* ---- Files ----------------------------------------------------------------------------------- */

FORM(source, NEED("name", TEXT), NEED("version", TEXT), NEED("license", TEXT));
FORM(note, NEED("bug_type", WORD), NEED("description", TEXT), NEED("effect", TEXT),
     NEED("links", TEXTS), NEED("cves", TEXTS));

#define FILE_OF(name, defaults_form, test)                                                         \
  FORM(name##_group, NEED("id", ID), NEED("title", TEXT), NEED_OF("source", OBJECT, source),       \
       NEED_OF("defaults", OBJECT, defaults_form), NEED_OF("tests", FILLED_LIST, test));           \
  FORM(name, NEED_WORD("schema", "dciauth-vectors-1"), NEED("suite", SEMVER), NEED("file", ID),    \
       NEED_WORD("op", "sign presign verify"), NEED("license", TEXT), NEED("header", TEXTS),       \
       NEED("count", POSITIVE), NEED_OF("notes", MAP, note),                                       \
       NEED_OF("groups", FILLED_LIST, name##_group))
FILE_OF(sign_file, sign_defaults, sign_test);
FILE_OF(presign_file, presign_defaults, presign_test);
FILE_OF(verify_file, verify_defaults, verify_test);
FILE_OF(sweep_file, sign_defaults, sweep_test);

/* of_op: the forms of a file and of its tests. */
static const struct {
  const char *op;
  bool sweep;
  const form *file, *test;
} of_op[] = {{"sign", false, &sign_file, &sign_test},
             {"sign", true, &sweep_file, &sweep_test},
             {"presign", false, &presign_file, &presign_test},
             {"verify", false, &verify_file, &verify_test}};

static size_t find_op(const char *op, bool sweep) {
  size_t i = 0;
  while (i < sizeof of_op / sizeof *of_op &&
         (strcmp(op, of_op[i].op) != 0 || sweep != of_op[i].sweep)) {
    i++;
  }
  return i;
}

const form *vector_form_of_file(const char *op, bool sweep) {
  size_t i = find_op(op, sweep);
  return i < sizeof of_op / sizeof *of_op ? of_op[i].file : NULL;
}

const form *vector_form_of_test(const char *op, bool sweep) {
  size_t i = find_op(op, sweep);
  return i < sizeof of_op / sizeof *of_op ? of_op[i].test : NULL;
}
