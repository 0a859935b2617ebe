# SPDX-License-Identifier: Apache-2.0
# environment.sh - where a JavaScript shim is installed and from what; read by install.sh and start.sh.

shims=$(cd "$here/.." && pwd)
. "$shims/environment.sh"
folder=$(shim_folder javascript "$name")
stamp=$(stamp_of "$here/$name/package.json" "$here/$name/package-lock.json")
