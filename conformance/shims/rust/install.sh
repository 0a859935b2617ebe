#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh NAME - builds a Rust shim, once, from exactly the crates of Cargo.lock, each checked against the hash
# there. A second call does nothing as long as the sources are the same.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
. "$here/environment.sh"
if is_installed "$folder" "$stamp"; then
  exit 0
fi
oldest=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$here/Cargo.toml")
needs="needs Rust $oldest or newer with cargo (https://rustup.rs)"
command -v cargo >/dev/null || unavailable "$needs, and there is no cargo"
version=$(cargo --version 2>&1) || unavailable "$needs, and cargo does not run: $(echo "$version" | head -n 1)"
version=${version#cargo }
version=${version%% *}
[ "$(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1)" = "$oldest" ] ||
  unavailable "$needs, and this is $version"
# Of the user's set-up a mirror of the registry takes part, and no flags of a compiler.
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET CARGO_TARGET_DIR RUSTC_WRAPPER
echo "building $folder"
rm -rf "$folder"
mkdir -p "$folder"
# What is built on the way is ten times the shim, and goes.
(cd "$here/$name" &&
  cargo install --quiet --locked --debug --no-track --path . --target-dir "$folder/target" --root "$folder") ||
  failed "$0: $name could not be built; the crates of Cargo.lock come from crates.io, and a C compiler links them"
rm -rf "$folder/target"
echo "$stamp" >"$folder/stamp"
