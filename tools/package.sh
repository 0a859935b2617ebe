#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# package.sh [OUT] - makes of HEAD, into OUT (build/packages): the source tarball, the packages for Debian that are built
# from it, and SHA256SUMS. The same commit gives the same bytes on the same system. OUT is only written when all is made.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
out=${1:-build/packages}

say() {
  echo "package.sh: $*" >&2
}
need() {
  command -v "$1" >/dev/null && return
  say "no '$1': please install the package $2 (Debian, Ubuntu)"
  exit 1
}
need git git
need cmake cmake
need ninja ninja-build
need gcc gcc
need dpkg-shlibdeps dpkg-dev
need sha256sum coreutils

if [ "$(git rev-parse --show-toplevel)" != "$(pwd -P)" ]; then
  say "no clone: packages are made of a commit; what is unpacked here is built and installed with cmake (README.md, Installing)"
  exit 1
fi
version=$(git show HEAD:lib/include/dciauth.h | sed -n 's/^#define DCIAUTH_VERSION "\(.*\)"$/\1/p')
named=$(git show HEAD:packaging/debian/changelog | sed -n '1s/^dciauth (\(.*\)) .*/\1/p')
if [ "$version" != "$named" ]; then
  say "dciauth.h has version $version, packaging/debian/changelog $named: write an entry for $version"
  exit 1
fi
[ -z "$(git status --porcelain)" ] || say "there are changes that are not committed; they are left out"

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
TZ=UTC LC_ALL=C.UTF-8
export SOURCE_DATE_EPOCH TZ LC_ALL
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
name=dciauth-conformance-$version
mkdir "$work/made"
git -c tar.umask=0022 archive --format=tar --prefix="$name/" HEAD | gzip -9n >"$work/made/$name.tar.gz"
tar -C "$work" -xzf "$work/made/$name.tar.gz"

# The flags of Debian. Nothing that is packed names a folder of this machine.
build=$work/$name/build/package
cd "$work/$name"
export DEB_BUILD_MAINT_OPTIONS=hardening=+all
flags="$(dpkg-buildflags --get CFLAGS) $(dpkg-buildflags --get CPPFLAGS) -ffile-prefix-map=$work/$name=."
ldflags=$(dpkg-buildflags --get LDFLAGS)
cmake -G Ninja -S . -B "$build" -DCMAKE_BUILD_TYPE=None -DCMAKE_INSTALL_PREFIX=/usr -DDCIAUTH_TESTS=OFF \
  -DDCIAUTH_DATA_DIR=/usr/share/dciauth -DDCIAUTH_ZSH_DIR=share/zsh/vendor-completions -DCMAKE_C_COMPILER=gcc \
  -DCMAKE_C_FLAGS="$flags" -DCMAKE_EXE_LINKER_FLAGS="$ldflags" -DCMAKE_SHARED_LINKER_FLAGS="$ldflags"
cmake --build "$build"
(cd "$build" && cpack -B "$work/packed")
mv "$work"/packed/*.deb "$work/made/"
cd "$work/made"
sha256sum -- * >SHA256SUMS

cd "$root"
mkdir -p "$out"
cp "$work"/made/* "$out/"
(cd "$out" && sha256sum -c SHA256SUMS)
