#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test-full.sh - tools/test.sh, and then the steps that take long, or that need what not everybody has. Such a step says
# in a line why it was skipped.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh
began=$(date +%s)

tools/test.sh

# full NAME FILE runs a file of Python tests; what they skip, they say.
full() {
  step "$1" build/venv/bin/python -m pytest -q -rs -p no:cacheprovider "$2"
  sed -n 's/^SKIPPED/         skipped/p' "$step_log"
}
full "aws suite" tools/aws_suite/tests/full_crate.py
full "packages" tools/checks/full_packages.py
tools/portability.sh
# These take a minute or two to build.
install_shims scratchstack s3s || { say_left_out; exit 1; }
say_left_out
step "verifiers in Rust" ctest --preset default -R "^verifiers[.](Scratchstack|S3s)$"
step "differential, 200,000 draws" tools/differential/run --draws 200000
sed -n '/^seed/p' "$step_log"
for row in dci2-v2.1 dci2-v2 dci2 dci-aws4 dci1; do
  for view in wire wsgi; do
    step "python-dciauth's verdicts, $row, $view" build/venv/bin/python -B lib/test/differential_dciauth_verify.py \
      build/default/lib/libdciauth.so "$row" "$view" --count 10000 --seed "$(date +%s)"
    sed -n '/^seed/p' "$step_log"
  done
done
step "honest requests, 100,000" tools/honest/run --count 100000 --flips 1000
sed -n '/^seed/p; /^skipped/p' "$step_log"
step "leaks of the shims" env EVERY_SHIM=1 BIN_DIR=build/default/bin UNREDACTED=build/default/conformance/test/unredacted \
  build/venv/bin/python -B conformance/test/test_leaks.py
step "mistakes" env EVERY_VECTOR=1 BIN_DIR=build/default/bin build/venv/bin/python -B conformance/test/test_mistakes.py

echo "all steps passed, in $(($(date +%s) - began)) s"
