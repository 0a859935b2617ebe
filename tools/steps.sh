# SPDX-License-Identifier: Apache-2.0
# steps.sh - what the scripts beside it share: system packages, and steps that say how long they took. To be read with
# `.`, in the root of the project.

logs=build/logs
UNAVAILABLE=69 # the exit status of an installation whose toolchain is missing

# attempt NAME COMMAND... runs a command with its output in the log $step_log and prints its seconds.
attempt() {
  step_name=$1
  shift
  step_log=$logs/$(echo "$step_name" | tr -c 'a-z0-9\n' '-').log
  mkdir -p "$logs"
  step_start=$(date +%s)
  step_status=0
  "$@" >"$step_log" 2>&1 || step_status=$?
  case $step_status in
  0) step_word= ;;
  "$UNAVAILABLE") step_word=": not available" ;;
  *) step_word=": FAILED" ;;
  esac
  printf '%5d s  %s%s\n' $(($(date +%s) - step_start)) "$step_name" "$step_word"
  return $step_status
}

# step NAME COMMAND... is an attempt that must succeed: else it shows the end of the log and ends the script.
step() {
  attempt "$@" && return
  tail -n 80 "$step_log"
  echo "$0: the step '$step_name' failed; all of its output is in $step_log" >&2
  exit 1
}

# install_shims NAME... installs each. The names of those that are installed come to stand in $targets, and in $left_out a
# line for each other one, which says why. False if one failed that could have been installed.
install_shims() {
  targets=
  left_out=
  shims_failed=
  for shim in "$@"; do
    if attempt "shim $shim" conformance/shims/install.py "$shim"; then
      targets="$targets $shim"
      continue
    fi
    [ $step_status = "$UNAVAILABLE" ] || shims_failed=1
    left_out="$left_out$shim: $(tail -n 1 "$step_log")
"
  done
  [ -z "$shims_failed" ]
}

# say_left_out names the shims that are not there, and why.
say_left_out() {
  [ -z "$left_out" ] || printf '%s' "$left_out" | sed 's/^/Left out /'
}

is_installed() {
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# missing_packages PACKAGE... prints those that are not installed. In A|B either will do, and B is the one to install.
missing_packages() {
  for choice in "$@"; do
    found=
    for package in $(echo "$choice" | tr '|' ' '); do
      is_installed "$package" && found=1
    done
    [ -n "$found" ] || echo "$package"
  done
}

# python_packages prints what a usable Python takes, unless there is one.
python_packages() {
  python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || echo python3 python3-venv
}

# node_packages prints what a usable node and npm take, unless there are some.
node_packages() {
  [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 18 ] && command -v npm >/dev/null ||
    echo nodejs npm
}

# curl_package prints what a curl takes, unless there is one.
curl_package() {
  command -v curl >/dev/null || echo curl
}

# want_browser installs what the page of a report is opened with, where that is simple. Without it that one test is
# skipped, and a line says so.
want_browser() {
  if ! command -v chromium >/dev/null && is_debian && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }; then
    attempt "package of the browser" install_packages chromium || true
  fi
  if ! attempt "browser" conformance/test/page/install.sh; then
    [ $step_status = "$UNAVAILABLE" ] || return 1
    tail -n 1 "$step_log" | sed 's/^/Left out: /'
  fi
}

install_packages() {
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo env DEBIAN_FRONTEND=noninteractive sh -c '
    apt-get -q update && apt-get -q -y --no-install-recommends install "$@"' sh "$@"
}

is_debian() {
  grep -qsE '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release && command -v apt-get >/dev/null
}

# want_signer_packages installs what the shims are run with, where that is simple; Debian's Go is too old. A signer that
# still lacks something is left out, and says what.
want_signer_packages() {
  packages=$(echo $(node_packages) $(curl_package))
  [ -n "$packages" ] && is_debian || return 0
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || return 0
  echo "installing $packages"
  attempt "packages of the signers" install_packages $packages || true
}

# need_packages PACKAGE... installs the Debian packages that are missing; elsewhere it names them, and ends the script
# unless COMMANDS, what they are there for, can all be found.
need_packages() {
  if ! is_debian; then
    for command in $COMMANDS; do
      command -v "$command" >/dev/null && continue
      echo "$0: no '$command'. This script installs packages on Debian and Ubuntu alone; please install what" >&2
      echo "corresponds to these packages of Debian 12, and start it again:" >&2
      echo "  $(echo "$*" python3 python3-venv | sed 's/[^ ]*|//g')" >&2
      exit 1
    done
    return
  fi
  packages=$(missing_packages "$@" $(python_packages))
  [ -n "$packages" ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "$0: please install, as root: apt-get install" $packages >&2
    exit 1
  fi
  echo "installing" $packages
  step "packages" install_packages $packages
}

BUILD_PACKAGES="gcc libc6-dev cmake ninja-build libssl-dev libcjson-dev libxml2-dev pkg-config"
TEST_PACKAGES="$BUILD_PACKAGES g++ clang libclang-rt-14-dev|libclang-rt-dev llvm clang-format-14 libcmocka-dev valgrind jq openssl
  zsh fish mandoc"
BUILD_COMMANDS="gcc cmake ninja pkg-config python3"
TEST_COMMANDS="$BUILD_COMMANDS g++ clang llvm-cov valgrind"
SHIMS="python-dciauth-2.1.7 python-dciauth-2.1.7-v1 python-dciauth-4 python-dciauth-4-v2
  botocore awscrt smithy aws-sdk-go-v2 curl"
