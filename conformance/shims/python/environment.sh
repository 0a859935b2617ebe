# SPDX-License-Identifier: Apache-2.0
# environment.sh - where the environment of a Python shim is; read by install.sh and start.sh, with $here set.

root=$(cd "$here/../../.." && pwd)

shim_venv() {
  if [ -n "${DCIAUTH_SHIM_DIR:-}" ]; then
    echo "$DCIAUTH_SHIM_DIR/$1"
  else
    echo "$root/build/shims/python/$1"
  fi
}

# The stamp of a finished installation: the lock that it was made from.
shim_stamp() {
  sha256sum <"$here/$1/requirements.lock" | cut -d' ' -f1
}

shim_names() {
  (cd "$here" && ls -d */requirements.lock | cut -d/ -f1 | tr '\n' ' ')
}
