#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# start.sh NAME - runs the shim NAME in the environment that install.sh made for it.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/environment.sh"
venv=$(shim_venv "$1")
if [ ! -f "$venv/stamp" ] || [ "$(cat "$venv/stamp")" != "$(shim_stamp "$1")" ]; then
  echo "shim $1 is not installed; run: conformance/shims/python/install.sh $1" >&2
  exit 1
fi
# -I: nothing of the user's Python set-up takes part. -B: no files beside the sources.
exec "$venv/bin/python" -I -B "$here/$1/shim.py"
