#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# start.sh NAME [ARGUMENT...] - runs the shim NAME in the environment that install.sh made for it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/environment.sh"
name=$1
shift
venv=$(shim_venv "$name")
if [ ! -f "$venv/stamp" ] || [ "$(cat "$venv/stamp")" != "$(shim_stamp "$name")" ]; then
  not_installed "$name"
fi
# -I: nothing of the user's Python set-up takes part. -B: no files beside the sources.
exec "$venv/bin/python" -I -B "$here/$name/shim.py" "$@"
