# SPDX-License-Identifier: Apache-2.0
# environment.sh - where a Rust shim is built and from what; read by install.sh and start.sh.

shims=$(cd "$here/.." && pwd)
. "$shims/environment.sh"
folder=$(shim_folder rust "$name")
stamp=$(stamp_of "$here"/Cargo.* "$here/$name"/Cargo.toml "$here/$name"/src/*.rs "$here"/shimlib/Cargo.toml "$here"/shimlib/src/*.rs)
