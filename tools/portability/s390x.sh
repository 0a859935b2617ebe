#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# s390x.sh - 64 bits, big-endian: a cross compiler, and qemu to run what it makes.
. tools/portability/common.sh

need gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user
need_libraries s390x s390x-linux-gnu
build s390x "lib/all dciauth-shim" -DCMAKE_TOOLCHAIN_FILE=tools/portability/s390x.cmake
export SWEEP_STEP=16 # every size of work once, not at sixteen alignments each: it is slow as it is
units s390x
vectors "qemu-s390x -L '$sysroot' $place/s390x/bin/dciauth-shim"
