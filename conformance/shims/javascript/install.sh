#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh NAME - installs the packages of a JavaScript shim with `npm ci`: exactly the versions of its package-lock.json,
# each checked against the hash that stands there. Nothing of a package runs meanwhile. A second call does nothing.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
name=$1
. "$here/environment.sh"
needs="needs node 18 or newer and npm (Debian, Ubuntu: apt-get install nodejs npm)"
command -v node >/dev/null || unavailable "$needs, and there is no node"
[ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || unavailable "$needs, and node is $(node --version)"
if is_installed "$folder" "$stamp"; then
  exit 0
fi
command -v npm >/dev/null || unavailable "$needs, and there is no npm"
echo "making $folder"
rm -rf "$folder"
mkdir -p "$folder"
cp "$here/$name/package.json" "$here/$name/package-lock.json" "$folder"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier ||
  failed "$0: the packages of $name/package-lock.json could not be installed; they come from the npm registry"
echo "$stamp" >"$folder/stamp"
