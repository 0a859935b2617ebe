# SPDX-License-Identifier: Apache-2.0
# environment.sh - what the install.sh and start.sh of the languages share; to be read with `.`, with $shims set to this
# folder.

# A shim is installed and started from its own folder, so a relative place would be there, among the sources.
case ${DCIAUTH_SHIM_DIR:-/} in
/*) ;;
*)
  echo "DCIAUTH_SHIM_DIR is '$DCIAUTH_SHIM_DIR': name a folder that begins with /" >&2
  exit 2
  ;;
esac

# is_clone says whether these are the shims of a clone; else they are installed, and nothing is built beside them.
is_clone() {
  [ -f "$shims/../../CMakeLists.txt" ]
}

# shim_folder LANGUAGE NAME prints where a shim is installed: below $DCIAUTH_SHIM_DIR if that is set, else below build/shims/
# of the clone or among the caches of the user.
shim_folder() {
  if [ -n "${DCIAUTH_SHIM_DIR:-}" ]; then
    echo "$DCIAUTH_SHIM_DIR/$2"
  elif is_clone; then
    echo "$(cd "$shims/../.." && pwd)/build/shims/$1/$2"
  else
    echo "${XDG_CACHE_HOME:-$HOME/.cache}/dciauth/shims/$1/$2"
  fi
}

# stamp_of FILE... prints what tells one state of the files from another.
stamp_of() {
  cat "$@" | sha256sum | cut -d' ' -f1
}

# is_installed FOLDER STAMP says whether the installation there is finished, and of this state.
is_installed() {
  [ -f "$1/stamp" ] && [ "$(cat "$1/stamp")" = "$2" ]
}

# not_installed NAME ends a start.sh that has nothing to start.
not_installed() {
  is_clone && installer=conformance/shims/install.py || installer=$shims/install.py
  echo "shim $1 is not installed; run: $installer $1" >&2
  exit 1
}

# failed WHAT ends an install.sh whose packages did not come, in a last line that says from where they do. Nothing half-made
# stays in $folder.
failed() {
  rm -rf "$folder"
  echo "$1" >&2
  exit 1
}

# unavailable WHAT ends an install.sh whose toolchain is missing or too old, in one line that says how to get it. The exit
# status is EX_UNAVAILABLE of sysexits.h.
unavailable() {
  echo "$1" >&2
  exit 69
}
