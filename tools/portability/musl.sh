#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# musl.sh - another C library, compiled only.
. tools/portability/common.sh

need musl-tools
compile_only musl -DCMAKE_C_COMPILER=musl-gcc
