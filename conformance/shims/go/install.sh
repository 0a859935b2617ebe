#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh NAME - builds a Go shim, once, from exactly the modules of its go.mod, each checked against the hash in go.sum.
# A second call does nothing as long as the sources are the same.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
. "$here/environment.sh"
if is_installed "$folder" "$stamp"; then
  exit 0
fi
# Nothing of the user's set-up takes part, and no other Go is fetched than the one that is there.
unset GOFLAGS
export GOTOOLCHAIN=local GOWORK=off CGO_ENABLED=0
needs="needs Go 1.24 or newer (https://go.dev/dl/)"
command -v go >/dev/null || unavailable "$needs, and there is no go"
version=$(go env GOVERSION)
[ "$(printf '%s\n' 1.24 "${version#go}" | sort -V | head -n 1)" = 1.24 ] || unavailable "$needs, and this is $version"
echo "building $folder"
rm -rf "$folder"
mkdir -p "$folder"
(cd "$here/$name" && go build -mod=readonly -trimpath -buildvcs=false -o "$folder/shim" .) ||
  failed "$0: $name could not be built; the modules of its go.mod come from a Go module proxy (\$GOPROXY)"
echo "$stamp" >"$folder/stamp"
