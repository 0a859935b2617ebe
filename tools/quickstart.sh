#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# quickstart.sh - from a fresh clone to the table of who deviates where: installs what is missing (Debian 12, Ubuntu; as
# root or with sudo), builds, installs the signers under test, and puts the reference and them through the vectors.
set -eu
cd "$(dirname "$0")/.."
. tools/steps.sh

COMMANDS=$BUILD_COMMANDS
need_packages $BUILD_PACKAGES
want_signer_packages

# A build folder that is there keeps its settings; a new one has no tests, which would need more packages.
configure() {
  [ -f build/default/build.ninja ] || cmake --preset default -DDCIAUTH_TESTS=OFF
}
step "configure" configure
step "build" cmake --build --preset default

# shellcheck disable=SC2086
install_shims $SHIMS || echo "quickstart.sh: not all signers could be installed; the run goes on without them" >&2

conform=build/default/bin/dciauth-conform
step "reference" "$conform" run ref
echo
status=0
# The sweeps, which try every byte, would take curl minutes: it is started anew for each.
# shellcheck disable=SC2086
"$conform" run --no-sweeps --explain 1 ref $targets || status=$?
# The reference has passed, so 1 means deviations of the others, which is what the run is for. Anything else means that
# a target did not run.
if [ "$status" -gt 1 ]; then
  echo "quickstart.sh: the run ended with exit status $status" >&2
  exit 1
fi
say_left_out
