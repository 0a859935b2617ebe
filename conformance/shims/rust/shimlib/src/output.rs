// SPDX-License-Identifier: Apache-2.0

//! The answers of a verifier.

use crate::Object;
use base64::{engine::general_purpose::STANDARD, Engine};
use serde_json::{json, Value};

/// What may stand in JSON as a plain string: control characters (but the LF between the lines of a
/// stage), line separators, the BOM and bidi controls go as base64.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|c| {
        c != '\n' && c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}')
            || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    })
}

/// Sets a field, or `field_b64` if the value is not plain text.
pub fn put(object: &mut Object, field: &str, value: &str) {
    if is_plain(value) {
        object.insert(field.into(), value.into());
    } else {
        object.insert(format!("{field}_b64"), STANDARD.encode(value).into());
    }
}

fn with_stages(mut out: Value, stages: &[(&str, String)]) -> Value {
    let mut shown = Object::new();
    for (name, value) in stages {
        put(&mut shown, name, value);
    }
    out["stages"] = shown.into();
    out
}

/// The answer of a verifier that has authenticated `principal`.
pub fn accept(principal: &str, stages: &[(&str, String)]) -> Value {
    let mut out = Object::new();
    out.insert("decision".into(), "accept".into());
    put(&mut out, "principal", principal);
    with_stages(out.into(), stages)
}

/// The answer of a verifier that has refused, with the code of its error and its message.
pub fn reject(code: &str, message: &str, stages: &[(&str, String)]) -> Value {
    let mut error = Object::new();
    let native = if message.is_empty() { code.to_owned() } else { format!("{code}: {message}") };
    put(&mut error, "native", &native);
    put(&mut error, "message", message);
    with_stages(json!({"decision": "reject", "error": error}), stages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_plain_is_base64() {
        let stages = [("canonical_request", "GET\n/\t".to_owned())];
        let out = reject("Code", "a\u{202e}b", &stages);
        assert_eq!(out["error"]["native_b64"], "Q29kZTogYeKArmI=");
        assert_eq!(out["error"]["message_b64"], "YeKArmI=");
        assert_eq!(out["stages"]["canonical_request_b64"], "R0VUCi8J");
        let out = accept("me", &[]);
        assert_eq!(out, json!({"decision": "accept", "principal": "me", "stages": {}}));
        assert_eq!(reject("Code", "", &[])["error"]["native"], "Code");
    }
}
