#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# coverage.sh - how much of lib/*.c the unit tests and the vectors run, by clang's source-based coverage. The last line
# is `lines NN.N branches NN.N`; below 98 and 92 it fails.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh

COMMANDS=$TEST_COMMANDS
need_packages $TEST_PACKAGES
build=build/coverage
major=$(clang -dumpversion | cut -d. -f1)
tool() {
  command -v "$1-$major" || command -v "$1"
}

configure_and_build() {
  cmake --preset coverage -DDCIAUTH_TESTS=ON && cmake --build --preset coverage
}
run_tests() {
  rm -rf $build/profiles
  # %m: one file for each program, which several processes add to.
  LLVM_PROFILE_FILE=$PWD/$build/profiles/%m.profraw ctest --preset coverage -j "$(nproc)" -R '^(lib|conformance[.]vectors)[.]'
}
step "coverage build" configure_and_build
step "coverage tests" run_tests

"$(tool llvm-profdata)" merge -sparse -o $build/all.profdata $build/profiles/*.profraw
objects=$build/lib/libdciauth.so$(find $build/lib/test $build/bin -type f -perm -u+x ! -name dciauth-mutant-shim | sed 's/^/ -object /')
# shellcheck disable=SC2086
"$(tool llvm-cov)" report -instr-profile $build/all.profdata $objects lib/*.c
# shellcheck disable=SC2086
"$(tool llvm-cov)" export -summary-only -instr-profile $build/all.profdata $objects lib/*.c >$build/summary.json
python3 -c '
import json, sys
totals = json.load(sys.stdin)["data"][0]["totals"]
lines, branches = totals["lines"]["percent"], totals["branches"]["percent"]
print(f"lines {lines:.1f} branches {branches:.1f}")
sys.exit(lines < 98 or branches < 92)
' <$build/summary.json
