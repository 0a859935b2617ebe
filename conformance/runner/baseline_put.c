/* SPDX-License-Identifier: Apache-2.0 */
/* baseline_put.c - what changed since an earlier report. */
#include "baseline.h"
#include "groups.h"

/* label_of says in which list a vector belongs; false: in none. A vector that fails otherwise than
 * before is new: a crash is not what a wrong signature was. */
static bool label_of(outcome_status old, const outcome *o, text *label) {
  text_clear(label);
  if (outcome_is_news(o)) {
    bool in_it = old != OUTCOME_NONE;
    text_printf(label, "new, %s", in_it ? outcome_name(old) : "not in the report");
    text_puts(label, in_it ? " before" : "");
  } else if (outcome_is_failure(old) && o->status == OUTCOME_PASS) {
    text_puts(label, "mended");
  } else if (outcome_is_judged(old) && !outcome_is_judged(o->status)) {
    text_printf(label, "no longer judged: %s, %s before", outcome_name(o->status),
                outcome_name(old));
  }
  return label->len > 0;
}

void baseline_put(const baseline *b, const vector_set *set, const options *o, const result *r,
                  text *out) {
  groups changes = {0};
  text label = {0};
  for (size_t i = 0; i < set->num; i++) {
    const outcome_status old = baseline_status(b, text_str(&r->name), set->items[i].id);
    if (options_select(o, &set->items[i]) && label_of(old, &r->outcomes[i], &label)) {
      groups_add(&changes, label.ptr, set->items[i].id);
    }
  }
  text_printf(out, "\n%s since %s:%s\n", text_str(&r->title), b->path,
              changes.num == 0 ? " nothing has changed" : "");
  groups_put(&changes, "  ", true, out);
  groups_free(&changes);
  text_free(&label);
}
