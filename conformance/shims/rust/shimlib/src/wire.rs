// SPDX-License-Identifier: Apache-2.0

//! Standard output is the protocol's alone: whatever a crate prints goes to standard error.

use std::fs::File;
use std::io::{stderr, stdout, BufWriter};
use std::os::fd::{AsFd, AsRawFd};

/// Returns what was standard output, which from then on is another name of standard error.
pub fn take_stdout() -> BufWriter<File> {
    let wire = stdout().as_fd().try_clone_to_owned().expect("there is a standard output");
    // SAFETY: both descriptors are open, and nothing has been written to standard output.
    let done = unsafe { libc::dup2(stderr().as_raw_fd(), stdout().as_raw_fd()) };
    assert!(done >= 0, "there is a standard error");
    BufWriter::new(File::from(wire))
}
