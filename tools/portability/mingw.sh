#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# mingw.sh - 64-bit Windows, where a long has 32 bits, compiled only.
. tools/portability/common.sh

need gcc-mingw-w64-x86-64-win32
compile_only mingw -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc
