#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# m32.sh - 32-bit x86: gcc -m32, with the libraries of Debian's i386 and their own loader.
. tools/portability/common.sh

need "lib32gcc-$(gcc -dumpversion)-dev"
need_libraries i386 i386-linux-gnu
build m32 "lib/all dciauth-shim" -DCMAKE_TOOLCHAIN_FILE=tools/portability/m32.cmake
units m32
libraries=$sysroot/usr/lib/i386-linux-gnu:$sysroot/lib/i386-linux-gnu
vectors "'$sysroot/lib/ld-linux.so.2' --library-path '$libraries' $place/m32/bin/dciauth-shim"
