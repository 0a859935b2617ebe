#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test.sh - everything that a change must pass, from a fresh clone on Debian 12 or Ubuntu (as root or with sudo). Each
# step prints its seconds; the first that fails ends the script and is named. The last line is what ctest and pytest say.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh
began=$(date +%s)
jobs=$(nproc)

COMMANDS=$TEST_COMMANDS
need_packages $TEST_PACKAGES
step "python packages" tools/venv.sh build/venv tools/requirements.lock
# shellcheck disable=SC2086
step "shims" conformance/shims/python/install.sh $SHIMS

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

passed() {
  grep -E "$2" "$logs/$1.log" | tail -n 1
}
echo "gcc: $(passed gcc-tests 'tests passed'); asan: $(passed asan-tests 'tests passed');" \
  "pytest: $(passed pytest ' passed'); $(($(date +%s) - began)) s"
