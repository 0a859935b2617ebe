#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# start.sh NAME - runs the Rust shim NAME that install.sh has built.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
. "$here/environment.sh"
is_installed "$folder" "$stamp" || not_installed "$name"
exec "$folder/bin/$name-shim"
