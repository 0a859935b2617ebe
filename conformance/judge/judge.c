/* SPDX-License-Identifier: Apache-2.0 */
/* judge.c - rules of the game. What a target says it cannot express is not its failure; what it
 * said it could is. A result that the suite's origins dispute is shown and gates nothing, but a
 * crash is a crash whatever the result should have been. */
#include "judge.h"

#include "compare.h"
#include "compare_bytes.h"
#include "mistake_find.h"
#include "view.h"
#include "visible.h"

enum { MAX_MESSAGE = 600 };

static bool lacks(const char *kind, const char *word, text *why) {
  text_printf(why, "it does not declare the %s ", kind);
  visible_put(why, dciauth_str(word), 80);
  return false;
}

/* can_compare: what is expected and cannot be compared here is not judged, or a pass would mean
 * less than it says. */
static bool can_compare(const vector *v, text *why) {
  static const char *const unknown[] = {"target", "target_b64", "public_key"};
  for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
    if (json_get(v->expected, unknown[i]) != NULL) {
      text_printf(why, "dciauth-conform cannot compare the expected %s yet", unknown[i]);
      return false;
    }
  }
  return true;
}

bool judge_applies(const vector *v, const json *hello, text *why) {
  if (!protocol_lists(hello, "ops", v->op)) {
    return lacks("op", v->op, why);
  }
  if (!protocol_lists(hello, "profiles", v->profile)) {
    return lacks("profile", v->profile, why);
  }
  for (const json *word = json_first(v->requires); word != NULL; word = json_next(word)) {
    const char *feature = json_string(word);
    if (feature == NULL || !protocol_lists(hello, "features", feature)) {
      return lacks("feature", feature != NULL ? feature : "?", why);
    }
  }
  return can_compare(v, why);
}

/* put_message appends what the shim says of its answer, after ": " if something stands before it.
 */
static void put_message(const answer *a, text *out) {
  text_puts(out, out->len > 0 && a->message[0] != '\0' ? ": " : "");
  visible_put(out, dciauth_str(a->message), MAX_MESSAGE);
}

/* match_error passes an answer that refused what is to be refused. */
static void match_error(const json *error, const answer *a, const judge_rules *rules, outcome *o) {
  if (a->status != ANSWER_REFUSED) {
    compare_fail(o, "refusal", "it signed what it must refuse");
    const char *word = json_str(error, "class");
    text_printf(&o->expected, "refused: %s", word != NULL ? word : "");
    text_puts(&o->actual, "signed");
    return;
  }
  o->status = OUTCOME_PASS;
  reason_compare(error, a, &rules->reasons, o);
}

/* match_signed compares with one specified result: stages, or an error. */
static void match_signed(const json *expected, const answer *a, const json *hello,
                         const judge_rules *rules, outcome *o) {
  const json *error = json_get(expected, "error");
  if (error != NULL) {
    match_error(error, a, rules, o);
  } else if (a->status == ANSWER_REFUSED) {
    compare_fail(o, "refusal", "it refused what it must sign");
    put_message(a, &o->message);
    text_puts(&o->expected, "signed");
    text_puts(&o->actual, "refused");
  } else {
    compare_signed(expected, a->out, hello, o);
  }
}

static void judge_signed(const vector *v, const answer *a, const json *hello,
                         const judge_rules *rules, outcome *o) {
  match_signed(v->expected, a, hello, rules, o);
  const json *other = json_first(json_get(v->test, "alternatives"));
  for (; v->acceptable && o->status != OUTCOME_PASS && other != NULL; other = json_next(other)) {
    outcome second = {0};
    match_signed(other, a, hello, rules, &second);
    if (second.status == OUTCOME_PASS) {
      const char *reason = json_str(other, "reason");
      outcome_free(o);
      o->status = OUTCOME_PASS;
      text_puts(&o->warning, "acceptable: another result: ");
      visible_put(&o->warning, dciauth_str(reason != NULL ? reason : ""), MAX_MESSAGE);
    }
    outcome_free(&second);
  }
}

/* judge_view: a view that is declared must come, one that is not may. */
static void judge_view(const vector *v, const json *expected, const answer *a, const json *hello,
                       outcome *o) {
  const json *view = json_get(a->out, "view");
  if (expected == NULL) {
    return;
  }
  if (view != NULL && !json_is_null(view)) {
    view_compare(expected, view, json_get(v->input, "request"), o);
  } else if (protocol_lists(hello, "stages", "view")) {
    compare_fail(o, "view", "declared in the hello, but absent from the answer");
  }
}

static void judge_verified(const vector *v, const answer *a, const json *hello,
                           const judge_rules *rules, outcome *o) {
  const json *expected = json_get(v->expected, "verify");
  if (a->status == ANSWER_REFUSED) {
    compare_fail(o, "decision", "a verifier's refusal is status ok with decision reject");
    return;
  }
  if (!compare_verdict(expected, a->out, v->acceptable, o)) {
    return;
  }
  if (strcmp(json_str(expected, "decision"), "accept") == 0) {
    judge_view(v, json_get(expected, "view"), a, hello, o);
  } else {
    reason_compare(json_get(expected, "error"), a, &rules->reasons, o);
  }
}

/* judge_raised: whoever allows it knows that the error is the library's way to refuse. */
static void judge_raised(const vector *v, bool allowed, outcome *o) {
  if (allowed && v->invalid) {
    o->status = OUTCOME_PASS;
    text_puts(&o->warning, "raised, which counts as refused: --allow-raised");
  } else {
    compare_fail(o, "raised", "an undeclared error escaped the library");
  }
}

static void judge_answer(const vector *v, const json *hello, const judge_rules *rules,
                         const answer *a, outcome *o) {
  switch (a->status) {
  case ANSWER_UNSUPPORTED:
    compare_fail(o, "unsupported", "declared in the hello, then unsupported");
    break;
  case ANSWER_RAISED: judge_raised(v, rules->allow_raised, o); break;
  case ANSWER_UNREPRESENTABLE: o->status = OUTCOME_UNREPRESENTABLE; break;
  case ANSWER_ERROR: o->status = OUTCOME_SHIM_ERROR; break;
  case ANSWER_OK:
  case ANSWER_REFUSED:
  case ANSWER_NUM:
  default:
    if (strcmp(v->op, "verify") == 0) {
      judge_verified(v, a, hello, rules, o);
    } else {
      judge_signed(v, a, hello, rules, o);
    }
    return;
  }
  put_message(a, &o->message);
}

static outcome_status status_of(reply_kind kind) {
  switch (kind) {
  case REPLY_CRASH: return OUTCOME_CRASH;
  case REPLY_TIMEOUT: return OUTCOME_TIMEOUT;
  case REPLY_PROTOCOL: return OUTCOME_PROTOCOL_ERROR;
  case REPLY_ANSWER:
  case REPLY_NOT_RUN:
  case REPLY_INTERRUPTED:
  default: return OUTCOME_NOT_RUN;
  }
}

void judge_reply(const vector *v, const json *hello, const judge_rules *rules, reply *r,
                 outcome *o) {
  o->noise = r->noise;
  r->noise = (text){0};
  if (r->kind != REPLY_ANSWER) {
    o->status = status_of(r->kind);
    o->flaky = r->flaky;
    text_put_span(&o->message, text_span(&r->what));
    return;
  }
  if (r->other.len > 0) {
    compare_bytes("repetition", text_span(&r->first), text_span(&r->other), o);
    text_puts(&o->message, "the same request was answered differently");
    return;
  }
  text noise = o->noise;
  o->noise = (text){0};
  judge_answer(v, hello, rules, &r->answer, o);
  o->answered = protocol_status_name(r->answer.status);
  o->noise = noise;
  if (v->settled && o->status == OUTCOME_FAIL) {
    mistake_find(v, r->answer.out, o);
  }
  if (!v->settled && (o->status == OUTCOME_PASS || o->status == OUTCOME_FAIL)) {
    o->matched = o->status == OUTCOME_PASS;
    o->status = OUTCOME_DISPUTED;
  }
}

void judge_twin(const vector *v, const vector *twin, const outcome *of_twin, outcome *o) {
  bool passed =
      of_twin->status == OUTCOME_PASS || (of_twin->status == OUTCOME_DISPUTED && of_twin->matched);
  if (v->invalid && o->status == OUTCOME_PASS && !passed) {
    o->status = OUTCOME_VACUOUS;
    text_printf(&o->message, "refused, but so is the valid twin %s (%s)", twin->id,
                outcome_name(of_twin->status));
  }
}
