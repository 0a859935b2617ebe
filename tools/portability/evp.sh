#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# evp.sh - lib/ on OpenSSL's interface EVP, under AddressSanitizer and UndefinedBehaviorSanitizer: what it allocates is given
# back, also when something fails.
. tools/portability/common.sh

command -v clang || need clang libclang-rt-14-dev
build evp "lib/all dciauth-conform dciauth-shim" -DCMAKE_C_COMPILER=clang -DDCIAUTH_CRYPTO=evp \
  -DCMAKE_C_FLAGS="-O1 -fsanitize=address,undefined -fno-sanitize-recover=all"
export SWEEP_STEP=16 # test.sh takes them all
units evp
"$place/evp/bin/dciauth-conform" run ref
vectors "$place/evp/bin/dciauth-shim"
