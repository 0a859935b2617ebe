// SPDX-License-Identifier: Apache-2.0

//! The stages of a verification: messages of the package at the level `trace`.
//!
//! They are text, in which what is not UTF-8 has become U+FFFD. A stage with one is left out, since
//! it would not be what was signed.

use log::{LevelFilter, Log, Metadata, Record};
use std::sync::Mutex;

const MESSAGES: [(&str, &str); 2] =
    [("Canonical request:\n", "canonical_request"), ("String to sign:\n", "string_to_sign")];

type Stage = (&'static str, String);

static FOUND: Mutex<Vec<Stage>> = Mutex::new(Vec::new());

struct Listener;

impl Log for Listener {
    fn enabled(&self, _: &Metadata) -> bool {
        true
    }

    fn log(&self, record: &Record) {
        let message = record.args().to_string();
        for (prefix, stage) in MESSAGES {
            match message.strip_prefix(prefix) {
                Some(text) if !text.contains('\u{FFFD}') => {
                    FOUND.lock().expect("one thread").push((stage, text.to_owned()));
                }
                _ => {}
            }
        }
    }

    fn flush(&self) {}
}

/// Listens from now on.
pub fn listen() {
    log::set_logger(&Listener).expect("there is no other logger");
    log::set_max_level(LevelFilter::Trace);
}

/// The stages since the last call.
pub fn take() -> Vec<Stage> {
    std::mem::take(&mut *FOUND.lock().expect("one thread"))
}
