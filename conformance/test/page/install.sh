#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh - installs the library that drives the browser into build/browser, with `npm ci`: exactly what
# package-lock.json says, checked against its hash. The browser is the system's. Exit status 69: something is missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$here/../../.." && pwd)/build/browser
stamp=$(sha256sum <"$here/package-lock.json")
unavailable() {
  echo "the page is not tested in a browser: $1 (Debian: apt-get install chromium nodejs npm)"
  exit 69
}

command -v chromium >/dev/null || unavailable "there is no chromium"
command -v npm >/dev/null || unavailable "there is no npm"
[ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || unavailable "node is older than 18"
[ "$(cat "$folder/stamp" 2>/dev/null)" != "$stamp" ] || exit 0
rm -rf "$folder"
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier
echo "$stamp" >"$folder/stamp"
