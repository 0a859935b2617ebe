#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tsan.sh - one key shared by eight threads, under ThreadSanitizer.
. tools/portability/common.sh

command -v clang || need clang libclang-rt-14-dev
for interface in lowlevel evp; do
  build "tsan-$interface" test_threads -DCMAKE_C_COMPILER=clang -DDCIAUTH_CRYPTO=$interface \
    -DCMAKE_C_FLAGS="-O1 -fsanitize=thread"
  "$place/tsan-$interface/lib/test/test_threads"
done
say "no data race, with either interface of OpenSSL"
