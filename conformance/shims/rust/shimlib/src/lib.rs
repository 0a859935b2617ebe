// SPDX-License-Identifier: Apache-2.0

//! The shim protocol for Rust crates: everything but the crate itself.
//!
//! A shim gives [`Shim::serve`] one function per operation. It takes a vector's `input` and
//! returns the answer's `out`, or a [`Failure`]. A panic is told apart by where it came from:
//! `raised` if it passed through the crate, else `error`.

mod input;
mod output;
mod panics;
mod wire;

use serde_json::{json, Map, Value};
use std::io::{BufRead, Write};

pub use input::{clock_of, field, octets, request_of, text, unix_time, Key};
pub use output::{accept, put, reject};

/// Why an operation has no answer.
#[derive(Debug)]
pub enum Failure {
    /// The crate's API has no way to say this; the text says why.
    Unrepresentable(String),
    /// The shim itself failed.
    Error(String),
}

/// An [`Failure::Unrepresentable`], as a result.
pub fn unrepresentable<T>(why: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Unrepresentable(why.into()))
}

/// Answers one operation.
pub type Op = fn(&Value) -> Result<Value, Failure>;

/// What a hello says, and what answers. Lists are words.
pub struct Shim {
    pub name: &'static str,
    /// The crate under test, as Cargo.lock calls it.
    pub package: &'static str,
    /// The text of Cargo.lock, which knows the version that is linked in.
    pub lock: &'static str,
    pub ops: &'static [(&'static str, Op)],
    pub profiles: &'static str,
    pub features: &'static str,
    pub stages: &'static str,
    pub homepage: &'static str,
}

fn words(list: &str) -> Vec<&str> {
    list.split_whitespace().collect()
}

impl Shim {
    fn version(&self) -> &'static str {
        let name = format!("\nname = \"{}\"\nversion = \"", self.package);
        let after = self.lock.split_once(&name).map_or("", |(_, after)| after);
        after.split('"').next().unwrap_or("")
    }

    fn hello(&self) -> Value {
        json!({
            "status": "ok", "protocol": 1,
            "ops": self.ops.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            "profiles": words(self.profiles),
            "features": words(self.features), "stages": words(self.stages),
            "impl": {
                "name": self.name, "version": self.version(), "language": "rust",
                "homepage": self.homepage, "issues": format!("{}/issues", self.homepage),
            },
        })
    }

    fn answer(&self, op: &str, input: &Value) -> Value {
        let Some((_, answer)) = self.ops.iter().find(|(name, _)| *name == op) else {
            return json!({"status": "unsupported", "message": format!("no operation '{op}'")});
        };
        match panics::catch(|| answer(input), self.package) {
            Ok(Ok(out)) => json!({"status": "ok", "out": out}),
            Ok(Err(Failure::Unrepresentable(why))) => {
                json!({"status": "unrepresentable", "message": why})
            }
            Ok(Err(Failure::Error(text))) => json!({"status": "error", "message": text}),
            Err(panics::Panic { of_package, text }) => {
                json!({"status": if of_package { "raised" } else { "error" }, "message": text})
            }
        }
    }

    /// Answers requests until `bye` or the end of the input.
    pub fn serve(&self) {
        let mut wire = wire::take_stdout();
        panics::record();
        for line in std::io::stdin().lock().lines() {
            let line = line.expect("standard input can be read");
            let message: Value = serde_json::from_str(&line).expect("a request is JSON");
            let mut reply = match message["op"].as_str().unwrap_or("") {
                "bye" => return,
                "hello" => self.hello(),
                op => self.answer(op, &message["input"]),
            };
            reply["id"] = message["id"].clone();
            writeln!(wire, "{reply}").and_then(|()| wire.flush()).expect("the runner reads");
        }
    }
}

/// An object, to be filled by [`put`].
pub type Object = Map<String, Value>;
