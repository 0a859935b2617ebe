# SPDX-License-Identifier: Apache-2.0
# common.sh - what the rows share: packages, libraries of other architectures, units and vectors. To be read with `.`, in
# the root of the project. A row tells by `say` what portability.sh is to print.
set -eu
. tools/steps.sh
place=build/portability
SUITE=bookworm

say() {
  echo "portability: $*"
}

# unavailable REASON ends a row that cannot be run here.
unavailable() {
  say "skipped: $*"
  exit "$UNAVAILABLE"
}

# need PACKAGE... installs the Debian packages that are missing.
need() {
  is_debian || unavailable "this row installs packages, on Debian and Ubuntu alone: $*"
  packages=$(missing_packages "$@")
  [ -n "$packages" ] || return 0
  [ "$(id -u)" = 0 ] || command -v sudo || unavailable "to be installed as root: apt-get install $(echo $packages)"
  install_packages $packages || unavailable "cannot be installed: $(echo $packages)"
}

# need_libraries ARCHITECTURE TRIPLET unpacks Debian's C library, OpenSSL, cJSON, libxml2 and cmocka of another architecture into
# sysroot-TRIPLET. Nothing of it is installed: gcc-multilib and the cross compilers exclude each other.
need_libraries() {
  sysroot=$PWD/$place/sysroot-$2
  [ ! -f "$sysroot/complete" ] || return 0
  need mmdebstrap debian-archive-keyring
  rm -rf "$sysroot"
  mkdir -p "$place"
  mmdebstrap --mode=chrootless --variant=extract --architectures="$1" \
    --include=libc6-dev,libssl-dev,libcjson-dev,libxml2-dev,libcmocka-dev \
    "$SUITE" "$sysroot" "deb http://deb.debian.org/debian $SUITE main" ||
    unavailable "Debian's libraries for $1 cannot be had"
  touch "$sysroot/complete"
}

# build BUILD TARGETS OPTION... configures a build and makes targets in it.
build() {
  folder=$place/$1
  targets=$2
  shift 2
  cmake -G Ninja -S . -B "$folder" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DDCIAUTH_TESTS=ON -DDCIAUTH_WERROR=ON "$@"
  cmake --build "$folder" --target $targets
}

# units BUILD runs the unit tests of lib/ and says how many there were.
units() {
  log=$place/$1-units.log
  # Valgrind is for this machine. A pipe ends with the status of its end: what counts is the line of ctest.
  ctest --test-dir "$place/$1" --output-on-failure --no-tests=error -j "$(nproc)" -L unit \
    -E 'differential|refusal_cost|constant_time' | tee "$log"
  passed=$(sed -n 's/^100% tests passed, 0 tests failed out of //p' "$log")
  [ -n "$passed" ] || exit 1
  say "$passed unit tests passed"
}

# vectors COMMAND sends every vector to the shim that COMMAND starts. Its counts must be those of the reference here.
vectors() {
  report=$place/vectors.jsonl
  need jq
  cmake --preset default -DDCIAUTH_TESTS=ON -DDCIAUTH_WERROR=ON
  cmake --build --preset default --target dciauth-conform
  build/default/bin/dciauth-conform run ref "exec:$1" --json "$report"
  counts=$(jq -r 'select(.event == "summary") | del(.target, .implementation) | tojson' "$report")
  if [ "$(echo "$counts" | wc -l) $(echo "$counts" | sort -u | wc -l)" != "2 1" ]; then
    echo "the counts of the two targets differ"
    exit 1
  fi
  say "$(echo "$counts" | sed 1d | jq -r '"\(.passed + .sweeps.passed) of \(.total + .sweeps.total) vectors passed"'), as with ref"
}

# compile_only BUILD OPTION... compiles lib/ with each OpenSSL interface, for a system that Debian has no libcrypto for.
compile_only() {
  row=$1
  shift
  need libssl-dev
  headers=$PWD/$place/openssl-headers
  rm -rf "$headers"
  mkdir -p "$headers"
  # A folder of these headers alone: beside them lie those of the machine's own C library.
  cp -R /usr/include/openssl "$headers"
  cp -R "/usr/include/$(gcc -print-multiarch)/openssl" "$headers"
  for interface in lowlevel evp; do
    build "$row-$interface" dciauth_static "$@" -DDCIAUTH_CRYPTO=$interface -DDCIAUTH_TESTS=OFF \
      -DDCIAUTH_RUNNER=OFF -DOPENSSL_INCLUDE_DIR="$headers" -DOPENSSL_CRYPTO_LIBRARY=/dev/null -DLIB_EAY=/dev/null
  done
  say "compiled, with both interfaces of OpenSSL; not linked: Debian has no libcrypto for it"
}
