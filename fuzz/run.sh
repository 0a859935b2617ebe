#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh TARGET [SECONDS] [libFuzzer option…] - fuzzes one target, 60 seconds unless said.
#
# Needs a build of the preset fuzz-asan; another build folder goes in DCIAUTH_BUILD. Starts from the seeds, the
# committed corpus and what earlier runs found (BUILD/fuzz/corpus/TARGET); an input that breaks an oracle is left in
# BUILD/fuzz/findings/TARGET. Exits with 0 only if no oracle broke.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
build=${DCIAUTH_BUILD:-$here/../build/fuzz-asan}
target=${1:?usage: run.sh path|query|auth_header [SECONDS] [libFuzzer option…]}
seconds=${2:-60}
[ $# -lt 2 ] || shift
shift

program=$build/bin/fuzz_$target
if [ ! -x "$program" ]; then
  echo "run.sh: there is no $program: build the preset fuzz-asan with clang, or set DCIAUTH_BUILD" >&2
  exit 2
fi

# AddressSanitizer of LLVM 14 fails at random where the kernel randomises more than 28 bits of an address.
still=
if setarch -R true 2>/dev/null; then
  still='setarch -R'
fi

found=$build/fuzz/corpus/$target
findings=$build/fuzz/findings/$target
mkdir -p "$found" "$findings" "$build/fuzz/seeds/$target"

# Long inputs say little that short ones do not, and are slow; an Authorization value has to be
# long to be right.
max_len=160
[ "$target" != auth_header ] || max_len=512

# Blocks live for one call: a large quarantine would only cost memory and time.
ASAN_OPTIONS=quarantine_size_mb=16:${ASAN_OPTIONS:-}
export ASAN_OPTIONS
exec $still "$program" "-max_total_time=$seconds" "-max_len=$max_len" -timeout=10 -print_final_stats=1 \
  "-dict=$build/fuzz/$target.dict" "-artifact_prefix=$findings/" "$@" \
  "$found" "$build/fuzz/seeds/$target" "$here/corpus/$target"
