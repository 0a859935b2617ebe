#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# locale.sh - in a locale where I is no capital i and a comma stands for the point, and half an hour from any UTC hour.
. tools/portability/common.sh

need locales tzdata
mkdir -p "$place/locales"
localedef -i tr_TR -f UTF-8 "$PWD/$place/locales/tr_TR.UTF-8"
export LOCPATH="$PWD/$place/locales"
turkish="env LC_ALL=tr_TR.UTF-8 TZ=Asia/Kolkata"
# What cannot be set is set to "C", without a word.
[ "$($turkish locale decimal_point) $($turkish date -d @0 +%H:%M)" = ", 05:30" ]

build locale "lib/all dciauth-shim"
(export LC_ALL=tr_TR.UTF-8 TZ=Asia/Kolkata && units locale)
# The runner has a locale of its own for shims.
vectors "$turkish $place/locale/bin/dciauth-shim"
