# SPDX-License-Identifier: Apache-2.0
# environment.sh - where a Go shim is built and from what; read by install.sh and start.sh.

shims=$(cd "$here/.." && pwd)
. "$shims/environment.sh"
folder=$(shim_folder go "$name")
stamp=$(stamp_of "$here/$name"/go.* "$here/$name"/*.go "$here"/shimlib/go.mod "$here"/shimlib/shimlib.go)
