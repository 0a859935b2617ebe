// SPDX-License-Identifier: Apache-2.0

//! The clock of this process, which can be stopped.
//!
//! A function of the executable takes the place of libc's of the same name, for every crate that is
//! linked in.

use libc::{c_int, c_long, clockid_t, syscall, timespec, SYS_clock_gettime, CLOCK_REALTIME};
use std::sync::atomic::{AtomicI64, Ordering};

const RUNNING: i64 = i64::MIN;
static NOW: AtomicI64 = AtomicI64::new(RUNNING);

/// While it lives, it is the same second.
pub struct Stopped;

impl Stopped {
    pub fn at(unix_time: i64) -> Stopped {
        NOW.store(unix_time, Ordering::SeqCst);
        Stopped
    }
}

impl Drop for Stopped {
    fn drop(&mut self) {
        NOW.store(RUNNING, Ordering::SeqCst);
    }
}

/// # Safety
///
/// As of libc: `time` points to where a timespec may be written.
#[no_mangle]
pub unsafe extern "C" fn clock_gettime(clock: clockid_t, time: *mut timespec) -> c_int {
    let now = NOW.load(Ordering::SeqCst);
    if clock != CLOCK_REALTIME || now == RUNNING {
        // SAFETY: the arguments are the caller's.
        return unsafe { syscall(SYS_clock_gettime, c_long::from(clock), time) } as c_int;
    }
    // SAFETY: the caller says that it may be written.
    unsafe { time.write(timespec { tv_sec: now, tv_nsec: 0 }) };
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    #[test]
    fn stops_and_runs() {
        let real = SystemTime::now();
        {
            let _stopped = Stopped::at(1_440_938_160);
            let then = UNIX_EPOCH + Duration::from_secs(1_440_938_160);
            assert_eq!(SystemTime::now(), then);
        }
        assert!(SystemTime::now() >= real);
    }
}
