#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test.sh - everything that a change must pass, from a fresh clone on Debian 12 or Ubuntu (as root or with sudo). Each
# step prints its seconds; the first that fails ends the script and is named. The last line counts the tests.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh
began=$(date +%s)
jobs=$(nproc)

COMMANDS=$TEST_COMMANDS
need_packages $TEST_PACKAGES
want_signer_packages
step "python packages" tools/venv.sh build/venv tools/requirements.lock
# A signer whose toolchain is not there is left out, and its tests are skipped; any other failure is one.
# shellcheck disable=SC2086
if ! install_shims $SHIMS; then
  say_left_out
  exit 1
fi
say_left_out
want_browser || exit 1

build() {
  cmake --preset "$1" -DDCIAUTH_TESTS=ON -DDCIAUTH_WERROR=ON && cmake --build --preset "$1"
}
step "gcc build" build default
step "clang build" build clang
step "asan build" build asan
step "gcc tests" ctest --preset default -j "$jobs"
# The checks that read the sources alone have just passed.
step "asan tests" ctest --preset asan -j "$jobs" -LE '^source$'
step "pytest" build/venv/bin/python -m pytest -q -p no:cacheprovider tools/vectorgen
# Seeds of their own, so that the same change gets the same verdict; test-full.sh takes new ones each time.
step "differential" tools/differential/run --draws 10000 --seed 1
step "honest requests" tools/honest/run --seed 1
sed -n '/^skipped/p' "$step_log"

# tests LOG prints how many tests the log says have passed: ctest's "out of N", pytest's "N passed".
tests() {
  sed -nE 's/^100% tests passed, 0 tests failed out of ([0-9]+)$/\1/p; s/^([0-9]+) passed.*/\1/p' "$logs/$1.log" | tail -n 1
}
gcc=$(tests gcc-tests)
asan=$(tests asan-tests)
pytest=$(tests pytest)
echo "gcc $gcc, asan $asan, pytest $pytest tests, in $(($(date +%s) - began)) s"
echo "$((gcc + asan + pytest)) passed, 0 failed"
