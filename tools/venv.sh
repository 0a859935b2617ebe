#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# venv.sh FOLDER LOCK - makes the virtual environment FOLDER with exactly the wheels whose hashes stand in LOCK.
#
# ${PYTHON:-python3} makes it. FOLDER/stamp tells the lock that it was made from: a call for a finished environment does
# nothing, one for a changed lock or a vanished interpreter makes it anew. Exit status: 69 if there is no such Python, 1 if
# the packages did not come.
set -eu

folder=$1
lock=$2
python=${PYTHON:-python3}
stamp=$(sha256sum <"$lock" | cut -d' ' -f1)
if [ -f "$folder/stamp" ] && [ "$(cat "$folder/stamp")" = "$stamp" ] && "$folder/bin/python" -c '' 2>/dev/null; then
  exit 0
fi

if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "needs Python 3.11 or newer with venv (Debian, Ubuntu: apt-get install python3-venv), and $python is not" >&2
  exit 69 # EX_UNAVAILABLE
fi
echo "making $folder"
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
"$python" -m venv "$folder"
# Wheels alone: nothing of a package runs while it is installed.
if ! "$folder/bin/python" -I -m pip --disable-pip-version-check --quiet --retries 2 install --no-deps \
  --only-binary :all: --require-hashes -r "$lock"; then
  echo "$0: the packages of $lock could not be installed; they come from the Python package index" >&2
  rm -rf "$folder"
  exit 1
fi
echo "$stamp" >"$folder/stamp"
