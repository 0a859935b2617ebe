#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# start.sh NAME - runs the JavaScript shim NAME on the packages that install.sh installed for it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
. "$here/environment.sh"
is_installed "$folder" "$stamp" || not_installed "$name"
# Nothing of the user's set-up takes part.
unset NODE_OPTIONS NODE_PATH
exec node "$here/$name/shim.js" "$folder"
