// SPDX-License-Identifier: Apache-2.0

//! What stands in a vector's input, in Rust's types.

use crate::{unrepresentable, Failure};
use base64::{engine::general_purpose::STANDARD, Engine};
use bytes::Bytes;
use chrono::{NaiveDateTime, Timelike};
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use serde_json::Value;

const TIMESTAMP: &str = "%Y%m%dT%H%M%SZ";

fn decode(value: &Value) -> Result<Vec<u8>, Failure> {
    let text = value.as_str().ok_or_else(|| Failure::Error("base64 is no string".into()))?;
    STANDARD.decode(text).map_err(|e| Failure::Error(e.to_string()))
}

/// The bytes of a field: a plain string, `field_b64`, or {"repeat_b64", "times"}; none if absent.
pub fn octets(object: &Value, field: &str) -> Result<Vec<u8>, Failure> {
    if let Some(encoded) = object.get(format!("{field}_b64")) {
        return decode(encoded);
    }
    match object.get(field) {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::String(text)) => Ok(text.clone().into_bytes()),
        Some(repeated) => {
            let times = repeated["times"].as_u64().and_then(|n| usize::try_from(n).ok());
            let times = times.ok_or_else(|| Failure::Error(format!("{field} is no text")))?;
            Ok(decode(&repeated["repeat_b64"])?.repeat(times))
        }
    }
}

/// The same as the text that an API takes.
pub fn text(object: &Value, field: &str) -> Result<String, Failure> {
    String::from_utf8(octets(object, field)?)
        .or_else(|_| unrepresentable(format!("the API takes str, and {field} is not UTF-8")))
}

/// A member, or null.
pub fn field<'a>(object: &'a Value, name: &str) -> &'a Value {
    object.get(name).unwrap_or(&Value::Null)
}

/// A key that the verifier knows.
pub struct Key {
    pub access_key: String,
    pub secret_key: String,
    pub session_token: Option<String>,
}

impl Key {
    /// All keys of the input.
    pub fn ring(input: &Value) -> Result<Vec<Key>, Failure> {
        let ring = field(input, "keyring").as_array().map_or(&[][..], Vec::as_slice);
        ring.iter().map(Key::of).collect()
    }

    fn of(key: &Value) -> Result<Key, Failure> {
        let token = text(key, "session_token")?;
        Ok(Key {
            access_key: text(key, "access_key")?,
            secret_key: text(key, "secret_key")?,
            session_token: if token.is_empty() { None } else { Some(token) },
        })
    }
}

/// Seconds since 1970 of YYYYMMDDTHHMMSSZ.
pub fn unix_time(timestamp: &str) -> Result<i64, Failure> {
    match NaiveDateTime::parse_from_str(timestamp, TIMESTAMP) {
        Ok(time) if time.format(TIMESTAMP).to_string() == timestamp && time.nanosecond() == 0 => {
            Ok(time.and_utc().timestamp())
        }
        _ => unrepresentable("the clock takes a time, and the vector's is none"),
    }
}

/// The time of the vector, in seconds since 1970, and the seconds that are tolerated, if it says.
pub fn clock_of(input: &Value) -> Result<(i64, Option<u64>), Failure> {
    let clock = field(input, "clock");
    Ok((unix_time(&text(clock, "now")?)?, field(clock, "max_skew_s").as_u64()))
}

fn uri_of(target: Vec<u8>) -> Result<Uri, Failure> {
    let uri = Uri::from_maybe_shared(Bytes::from(target.clone()))
        .or_else(|e| unrepresentable(format!("http::Uri does not take the target: {e}")))?;
    // It drops a fragment and adds a slash to an authority.
    if uri.to_string().as_bytes() != target {
        return unrepresentable(format!("http::Uri makes {uri} of the target"));
    }
    Ok(uri)
}

/// The request as a server made of the crate `http` is handed it.
pub fn request_of(input: &Value) -> Result<Request<Bytes>, Failure> {
    let given = field(input, "request");
    let mut request = Request::new(Bytes::from(octets(given, "body")?));
    *request.method_mut() = Method::from_bytes(&octets(given, "method")?)
        .or_else(|e| unrepresentable(format!("http::Method: {e}")))?;
    *request.uri_mut() = uri_of(octets(given, "target")?)?;
    for header in field(given, "headers").as_array().map_or(&[][..], Vec::as_slice) {
        let name = HeaderName::from_bytes(&octets(header, "n")?)
            .or_else(|e| unrepresentable(format!("http::HeaderName: {e}")))?;
        let value = HeaderValue::from_bytes(&octets(header, "v")?)
            .or_else(|e| unrepresentable(format!("http::HeaderValue: {e}")))?;
        let added = request.headers_mut().try_append(name, value);
        added.or_else(|e| unrepresentable(format!("http::HeaderMap: {e}")))?;
    }
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bytes_have_three_forms() {
        for (object, want) in [
            (json!({"a": "b\u{e9}"}), &b"b\xc3\xa9"[..]),
            (json!({"a_b64": "/w=="}), b"\xff"),
            (json!({"a": {"repeat_b64": "YWI=", "times": 2}}), b"abab"),
            (json!({}), b""),
        ] {
            assert_eq!(octets(&object, "a").unwrap(), want);
        }
        assert!(matches!(octets(&json!({"a": 7}), "a"), Err(Failure::Error(_))));
        let text = text(&json!({"a_b64": "/w=="}), "a");
        assert!(matches!(text, Err(Failure::Unrepresentable(_))));
    }

    #[test]
    fn times() {
        assert_eq!(unix_time("20150830T123600Z").unwrap(), 1_440_938_160);
        for text in ["20150230T000000Z", "2015-08-30", "20150830T123660Z", " 0150830T123600Z", ""] {
            assert!(unix_time(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_http_cannot_carry() {
        let header = |n: &str, v: &str| json!({"headers": [{"n": n, "v": v}]});
        for changed in [
            json!({"method": "A B"}),
            json!({"method": ""}),
            json!({"target": ""}),
            json!({"target": "/a#b"}),
            json!({"target": "/a b"}),
            header("a b", ""),
            header("", ""),
            header("a", "b\nc"),
        ] {
            let mut request = json!({"method": "GET", "target": "/"});
            request.as_object_mut().unwrap().extend(changed.as_object().unwrap().clone());
            let made = request_of(&json!({"request": request}));
            assert!(matches!(made, Err(Failure::Unrepresentable(_))), "{changed}");
        }
    }

    #[test]
    fn a_request_as_it_is() {
        let headers =
            json!([{"n": "A", "v": " 1 "}, {"n": "b", "v": ""}, {"n": "a", "v_b64": "/w=="}]);
        let request = json!({"method": "get", "target": "/a//../%zz?b&a=%41", "headers": headers,
            "body": "x"});
        let made = request_of(&json!({"request": request})).unwrap();
        assert_eq!(made.method(), "get");
        assert_eq!(made.uri().to_string(), "/a//../%zz?b&a=%41");
        let values: Vec<_> =
            made.headers().get_all("a").iter().map(HeaderValue::as_bytes).collect();
        assert_eq!(values, [&b" 1 "[..], b"\xff"]);
        assert_eq!(made.body().as_ref(), b"x");
    }
}
