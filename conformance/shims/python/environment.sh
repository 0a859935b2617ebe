# SPDX-License-Identifier: Apache-2.0
# environment.sh - where the environment of a Python shim is; read by install.sh and start.sh, with $here set.

shims=$(cd "$here/.." && pwd)
root=$(cd "$shims/../.." && pwd)
. "$shims/environment.sh"

shim_venv() {
  shim_folder python "$1"
}

# The stamp of a finished installation: the lock that it was made from.
shim_stamp() {
  sha256sum <"$here/$1/requirements.lock" | cut -d' ' -f1
}

shim_names() {
  (cd "$here" && ls -d */requirements.lock | cut -d/ -f1 | tr '\n' ' ')
}
