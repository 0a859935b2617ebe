/* SPDX-License-Identifier: Apache-2.0 */
/* policy_json.c - the knobs of a policy, in tables. A knob or a word that is not known is refused:
 * passed over, it would leave a verifier stricter or laxer than somebody believes. */
#include "policy_json.h"

#include "memory.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

/* choice is a knob with two sides, of which the second allows something. */
typedef struct {
  const char *name, *strict, *lenient;
  unsigned allow;
  const char *what;
} choice;

#define CHOICE(name, strict, lenient, bit)                                                         \
  { name, strict, lenient, DCIAUTH_ALLOW_##bit, "neither " strict " nor " lenient }
static const choice choices[] = {
    CHOICE("unsigned_payload", "refuse", "allow", UNSIGNED_PAYLOAD),
    CHOICE("payload_absent", "refuse", "hash", NO_PAYLOAD_HEADER),
    CHOICE("payload_hash_case", "refuse", "accept", UPPER_PAYLOAD_HASH),
    CHOICE("hex_case", "refuse", "accept", UPPER_SIGNATURE),
    CHOICE("auth_header_ws", "strict", "lenient", BLANKS),
    CHOICE("duplicate_auth_param", "refuse", "last", REPEATED_PARAMS),
    CHOICE("unknown_auth_param", "refuse", "ignore", UNKNOWN_PARAMS),
    CHOICE("signed_headers_form", "refuse", "canonicalise", ANY_NAMES),
    CHOICE("coverage", "required", "free", UNCOVERED),
    CHOICE("scope_date", "strict", "signed", ANY_SCOPE_DATE),
    CHOICE("scope_region", "expected", "any", ANY_REGION),
    CHOICE("scope_service", "expected", "any", ANY_SERVICE),
    CHOICE("date_source", "dialect", "http", HTTP_DATE),
    CHOICE("token_unexpected", "refuse", "ignore", SPARE_TOKEN),
};

static const struct {
  const char *name;
  size_t offset, most;
} limits[] = {
    {"method", offsetof(dciauth_limits, method), DCIAUTH_MAX_METHOD},
    {"target", offsetof(dciauth_limits, target), DCIAUTH_MAX_TARGET},
    {"args", offsetof(dciauth_limits, args), DCIAUTH_MAX_TARGET},
    {"headers", offsetof(dciauth_limits, headers), DCIAUTH_MAX_HEADERS},
    {"header_name", offsetof(dciauth_limits, header_name), DCIAUTH_MAX_HEADER_NAME},
    {"header_value", offsetof(dciauth_limits, header_value), DCIAUTH_MAX_HEADER_VALUE},
    {"body", offsetof(dciauth_limits, body), INT32_MAX},
    {"access_key", offsetof(dciauth_limits, access_key), DCIAUTH_MAX_ACCESS_KEY},
    {"signed_headers", offsetof(dciauth_limits, signed_headers), DCIAUTH_MAX_SIGNED_HEADERS},
};

static bool fail(policy_problem *problem, const char *name, const char *below, const char *what) {
  snprintf(problem->pointer, sizeof problem->pointer, "/%.40s%s%.40s", name,
           below[0] != '\0' ? "/" : "", below);
  problem->what = what;
  return false;
}

static bool is_word(const char *value, const char *word) {
  return value != NULL && strcmp(value, word) == 0;
}

static bool read_choice(const choice *c, const json *value, policy_setting *out,
                        policy_problem *problem) {
  const char *word = json_string(value);
  if (!is_word(word, c->strict) && !is_word(word, c->lenient)) {
    return fail(problem, c->name, "", c->what);
  }
  out->policy.allow &= ~c->allow;
  out->policy.allow |= is_word(word, c->lenient) ? c->allow : 0;
  return true;
}

static bool read_repeat(const json *value, policy_setting *out, policy_problem *problem) {
  static const char *const words[] = {"row", "refuse", "first"};
  for (size_t i = 0; i < 3; i++) {
    if (is_word(json_string(value), words[i])) {
      out->policy.repeat = (dciauth_repeat)i; /* in the order of the enum */
      return true;
    }
  }
  return fail(problem, "repeat", "", "none of row, refuse and first");
}

static bool read_view(const json *value, policy_setting *out, policy_problem *problem) {
  bool wsgi = is_word(json_string(value), "wsgi");
  if (!wsgi && !is_word(json_string(value), "wire")) {
    return fail(problem, "view", "", "neither wire nor wsgi");
  }
  out->policy.view = wsgi ? DCIAUTH_SEEN_WSGI : DCIAUTH_SEEN_WIRE;
  return true;
}

/* read_names reads an array of header names. Where one may be a prefix it ends in '*', is in lower
 * case, and has no '_', for which '-' stands there. */
#define PREFIX_BYTES "abcdefghijklmnopqrstuvwxyz0123456789-."
#define NAME_BYTES PREFIX_BYTES "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
static bool read_names(const json *list, bool prefixes, dciauth_span **names, size_t *num,
                       policy_problem *problem) {
  const char *knob = json_key(list);
  if (!json_is_array(list)) {
    return fail(problem, knob, "", "an array of header names belongs here");
  }
  *names = mem_alloc(json_count(list), sizeof **names);
  *num = 0;
  for (const json *name = json_first(list); name != NULL; name = json_next(name)) {
    char index[24];
    snprintf(index, sizeof index, "%zu", *num);
    const char *word = json_string(name);
    size_t good = word == NULL ? 0 : strspn(word, prefixes ? PREFIX_BYTES : NAME_BYTES);
    bool star = good > 0 && prefixes && is_word(word + good, "*");
    if (good == 0 || (word[good] != '\0' && !star)) {
      return fail(problem, knob, index,
                  prefixes ? "the name of a header in lower case belongs here"
                           : "the name of a header belongs here");
    }
    (*names)[(*num)++] = dciauth_str(word);
  }
  return true;
}

static bool read_limit(const json *value, policy_setting *out, policy_problem *problem) {
  const char *name = json_key(value);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    int64_t number;
    if (strcmp(name, limits[i].name) != 0) {
      continue;
    }
    if (!json_int(value, &number) || number < 1 || (uint64_t)number > limits[i].most) {
      return fail(problem, "limits", name, "a number from 1 to the library's limit belongs here");
    }
    *(size_t *)((char *)&out->limits + limits[i].offset) = (size_t)number;
    return true;
  }
  return fail(problem, "limits", name, "no such limit");
}

static bool read_limits(const json *object, policy_setting *out, policy_problem *problem) {
  if (!json_is_object(object)) {
    return fail(problem, "limits", "", "an object of limits belongs here");
  }
  bool fine = true;
  for (const json *m = json_first(object); fine && m != NULL; m = json_next(m)) {
    fine = read_limit(m, out, problem);
  }
  out->policy.limits = &out->limits;
  return fine;
}

static bool read_skew(const json *value, policy_setting *out, policy_problem *problem) {
  int64_t seconds;
  if (!json_int(value, &seconds) || seconds < 0) {
    return fail(problem, "max_skew_s", "", "a number of seconds belongs here");
  }
  out->policy.max_skew = seconds > 0 ? seconds : DCIAUTH_NO_SKEW;
  return true;
}

static bool read_knob(const json *knob, policy_setting *out, policy_problem *problem) {
  const char *name = json_key(knob);
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
    if (strcmp(name, choices[i].name) == 0) {
      return read_choice(&choices[i], knob, out, problem);
    }
  }
  if (strcmp(name, "preset") == 0) {
    return true; /* it was the first to be read */
  }
  if (strcmp(name, "repeat") == 0) {
    return read_repeat(knob, out, problem);
  }
  if (strcmp(name, "view") == 0) {
    return read_view(knob, out, problem);
  }
  if (strcmp(name, "must_sign") == 0) {
    bool fine = read_names(knob, false, &out->must_sign, &out->policy.num_must_sign, problem);
    out->policy.must_sign = out->must_sign;
    return fine;
  }
  if (strcmp(name, "guard") == 0) {
    bool fine = read_names(knob, true, &out->guard, &out->policy.num_guard, problem);
    out->policy.guard = out->guard;
    return fine;
  }
  if (strcmp(name, "limits") == 0) {
    return read_limits(knob, out, problem);
  }
  return strcmp(name, "max_skew_s") == 0 ? read_skew(knob, out, problem)
                                         : fail(problem, name, "", "no such knob");
}

static bool read_preset(const json *value, policy_setting *out, policy_problem *problem) {
  const char *word = json_string(value);
  if (!is_word(word, "strict") && !is_word(word, "python-dciauth")) {
    return fail(problem, "preset", "", "neither strict nor python-dciauth");
  }
  *out = (policy_setting){0};
  if (is_word(word, "python-dciauth")) {
    out->policy = dciauth_policy_python_dciauth();
  }
  return true;
}

bool policy_json_read(const json *object, const policy_setting *base, policy_setting *out,
                      policy_problem *problem) {
  *out = (policy_setting){0};
  if (base != NULL) {
    out->policy = base->policy;
    out->limits = base->limits;
    out->policy.limits = base->policy.limits != NULL ? &out->limits : NULL;
  }
  if (object != NULL && !json_is_object(object)) {
    return fail(problem, "", "", "an object of knobs belongs here");
  }
  const json *preset = json_get(object, "preset");
  bool fine = preset == NULL || read_preset(preset, out, problem);
  for (const json *knob = json_first(object); fine && knob != NULL; knob = json_next(knob)) {
    fine = read_knob(knob, out, problem);
  }
  return fine;
}

void policy_setting_free(policy_setting *s) {
  free(s->must_sign);
  free(s->guard);
  *s = (policy_setting){0};
}
