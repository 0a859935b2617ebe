#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# mingw.sh - 64-bit Windows, where a long has 32 bits, compiled only; and there the build says that it leaves out the runner.
. tools/portability/common.sh

need gcc-mingw-w64-x86-64-win32
windows="-DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc"
compile_only mingw $windows
cmake -S . -B "$place/mingw-default" $windows 2>&1 | tee "$place/mingw-default.log"
grep "On Windows the library alone is built" "$place/mingw-default.log"
