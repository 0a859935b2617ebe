#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# portability.sh [ROW...] - runs lib/ where test.sh does not: other machines, C libraries, a locale, threads, OpenSSL's other interface.
# Each row is a script in portability/; all of them if none is named. A row prints its seconds and what was run, or in
# a line why it was skipped. Exit status: 0 if no row failed; 1 if one did, or one that was named was skipped, or all were; 2 for a
# name that is none.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh
began=$(date +%s)

all=$(cd tools/portability && echo *.sh | sed 's/\.sh//g; s/common *//')
for row in "$@"; do
  if [ ! -f "tools/portability/$row.sh" ] || [ "$row" = common ]; then
    echo "$0: there is no row '$row'; there are: $all" >&2
    exit 2
  fi
done

run= skipped= failed=
for row in ${*:-$all}; do
  if attempt "portability $row" "tools/portability/$row.sh"; then
    run="$run $row"
  elif [ $step_status = "$UNAVAILABLE" ]; then
    skipped="$skipped $row"
  else
    failed="$failed $row"
    tail -n 40 "$step_log"
    echo "$0: the row '$row' failed; all of its output is in $step_log" >&2
  fi
  sed -n 's/^portability: /         /p' "$step_log"
done

echo "run:${run:- none}; skipped:${skipped:- none}; failed:${failed:- none}; in $(($(date +%s) - began)) s"
[ -z "$failed" ] && [ -n "$run" ] && { [ $# = 0 ] || [ -z "$skipped" ]; }
