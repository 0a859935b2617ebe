/* SPDX-License-Identifier: Apache-2.0 */
/* run_target.h - all selected vectors against one target. */
#ifndef CONFORM_RUN_TARGET_H
#define CONFORM_RUN_TARGET_H

#include "gates.h"
#include "judge.h"
#include "report.h"
#include "target.h"

typedef struct {
  const options *options;
  const vector_set *vectors;
  report *report;
  const gates *gates;
  uint32_t seed; /* of a blind run */
} run_plan;

/* run_rules returns how the answers of a target are judged. */
judge_rules run_rules(const run_plan *plan, const target *t);

/* run_target fills the result, reports each vector and explains failures on standard output. */
void run_target(const run_plan *plan, const target *t, result *r);

#endif
