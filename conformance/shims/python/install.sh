#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh NAME... - installs the packages of Python shims, each into a virtual environment of its own, with
# tools/venv.sh: into build/shims/python/NAME below the project, or into $DCIAUTH_SHIM_DIR/NAME if that is set.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/environment.sh"
[ $# -gt 0 ] || { echo "usage: $0 NAME..., of: $(shim_names)" >&2; exit 2; }
for name in "$@"; do
  [ -f "$here/$name/requirements.lock" ] || { echo "$0: no shim '$name', but: $(shim_names)" >&2; exit 2; }
  "$root/tools/venv.sh" "$(shim_venv "$name")" "$here/$name/requirements.lock"
done
