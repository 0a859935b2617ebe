#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# install.sh - looks for a curl that signs; there is nothing to install beside it.
set -eu

shims=$(cd "$(dirname "$0")/../.." && pwd)
. "$shims/environment.sh"
needs="needs curl 7.75 or newer (Debian, Ubuntu: apt-get install curl)"
command -v curl >/dev/null || unavailable "$needs, and there is no curl"
version=$(curl -q --version | sed -n 's/^curl \([^ ]*\).*/\1/p')
[ "$(printf '%s\n' 7.75 "$version" | sort -V | head -n 1)" = 7.75 ] || unavailable "$needs, and this is $version"
