#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh NAME... - installs the packages of Python shims, each into a virtual environment of its own.
#
# The environment is build/shims/python/NAME below the project ($DCIAUTH_SHIM_DIR/NAME if that is set), made by
# ${PYTHON:-python3}, with exactly the files whose hashes stand in NAME/requirements.lock. It is made again when the lock
# or the interpreter has changed; otherwise a call does nothing.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/environment.sh"
python=${PYTHON:-python3}
[ $# -gt 0 ] || { echo "usage: $0 NAME..., one of: $(shim_names)" >&2; exit 2; }
if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "$0: $python must be Python 3.11 or newer with venv (Debian, Ubuntu: apt-get install python3-venv)" >&2
  exit 1
fi

for name in "$@"; do
  lock=$here/$name/requirements.lock
  [ -f "$lock" ] || { echo "$0: no shim '$name'; there are: $(shim_names)" >&2; exit 2; }
  venv=$(shim_venv "$name")
  stamp=$(shim_stamp "$name")
  if [ -f "$venv/stamp" ] && [ "$(cat "$venv/stamp")" = "$stamp" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    continue
  fi
  echo "installing $name into $venv"
  rm -rf "$venv"
  mkdir -p "$(dirname "$venv")"
  "$python" -m venv "$venv"
  # Wheels alone: nothing of a package runs while it is installed.
  if ! "$venv/bin/python" -I -m pip --disable-pip-version-check --quiet install --no-deps --only-binary :all: \
    --require-hashes -r "$lock"; then
    echo "$0: $name could not be installed; it comes from the Python package index, so this needs a network" >&2
    rm -rf "$venv"
    exit 1
  fi
  echo "$stamp" >"$venv/stamp"
done
