// SPDX-License-Identifier: Apache-2.0

//! scratchstack-aws-signature behind the shim protocol: a verifier for servers in Rust.
//!
//! The public call is `sigv4_validate_request(request, region, service, get_signing_key, now,
//! required_headers, options)`, with the time as a parameter. It asks `get_signing_key`, which is
//! the application's, for the key of an access key and a token; what that says of the caller comes
//! back with the verdict, and is the principal here. aws4-s3 is `SignatureOptions::S3`. Required
//! are every x-amz-* header, in aws4-s3 an x-amz-content-sha256, and the vector's `must_sign`; from
//! a prefix the API exempts nothing. The stages are what it logs, also of a request it refuses.

mod stages;

use chrono::{DateTime, Utc};
use scratchstack_aws_signature::errors::ServiceError;
use scratchstack_aws_signature::principal::{SessionData, SessionValue};
use scratchstack_aws_signature::{
    sigv4_validate_request, GetSigningKeyRequest, GetSigningKeyResponse, KSecretKey,
    SignatureError, SignatureOptions, VecSignedHeaderRequirements,
};
use serde_json::Value;
use shimlib::{clock_of, field, request_of, text, unrepresentable, Failure, Key, Shim};
use std::collections::HashMap;
use std::str::FromStr;
use std::sync::Arc;
use tower::{service_fn, BoxError};

const S3: &str = "aws4-s3";
const WHO: &str = "access-key";

struct Known {
    secret_key: KSecretKey,
    session_token: Option<String>,
}

type Ring = Arc<HashMap<String, Known>>;

fn ring_of(input: &Value) -> Result<Ring, Failure> {
    let mut ring = HashMap::new();
    for key in Key::ring(input)? {
        let secret_key = KSecretKey::from_str(&key.secret_key)
            .or_else(|e| unrepresentable(format!("KSecretKey has 40 bytes: {e}")))?;
        ring.insert(key.access_key, Known { secret_key, session_token: key.session_token });
    }
    Ok(Arc::new(ring))
}

/// What the application says to the package's question for a key.
async fn signing_key(
    asked: GetSigningKeyRequest,
    ring: Ring,
) -> Result<GetSigningKeyResponse, BoxError> {
    let unknown = |what: &str| SignatureError::InvalidClientTokenId(what.into());
    let known = ring.get(asked.access_key()).ok_or_else(|| unknown("unknown key"))?;
    match (known.session_token.as_deref(), asked.session_token()) {
        (None, Some(_)) => return Err(unknown("unexpected token").into()),
        (Some(_), None) => return Err(unknown("missing token").into()),
        (known, given) if known != given => return Err(unknown("invalid token").into()),
        _ => {}
    }
    let mut session = SessionData::new();
    session.insert(WHO, SessionValue::from(asked.access_key()));
    let key = known.secret_key.to_ksigning(asked.request_date(), asked.region(), asked.service());
    Ok(GetSigningKeyResponse::builder().session_data(session).signing_key(key).build()?)
}

fn requirements_of(input: &Value) -> Result<VecSignedHeaderRequirements, Failure> {
    let mut required = VecSignedHeaderRequirements::default();
    required.add_prefix("x-amz-");
    if text(input, "profile")? == S3 {
        required.add_always_present("x-amz-content-sha256");
    }
    for (knob, value) in field(input, "policy").as_object().into_iter().flatten() {
        match (knob.as_str(), value) {
            ("must_sign", Value::Array(names)) => {
                let lower = names.iter().filter_map(Value::as_str).map(str::to_ascii_lowercase);
                lower.for_each(|n| required.add_always_present(&n));
            }
            ("preset", Value::String(name)) if name == "strict" => {}
            _ => return unrepresentable(format!("the API has nothing like {knob}: {value}")),
        }
    }
    Ok(required)
}

fn refused(error: BoxError) -> Result<Value, Failure> {
    match error.downcast_ref::<SignatureError>() {
        Some(e) => Ok(shimlib::reject(e.error_code(), &e.to_string(), &stages::take())),
        None => Err(Failure::Error(format!("not an error of the package: {error}"))),
    }
}

fn verify(input: &Value) -> Result<Value, Failure> {
    let (ring, required, request) = (ring_of(input)?, requirements_of(input)?, request_of(input)?);
    let (now, skew) = clock_of(input)?;
    if skew.is_some_and(|seconds| seconds != 900) {
        return unrepresentable("the package allows 15 minutes, always");
    }
    let now = DateTime::<Utc>::from_timestamp(now, 0).expect("four digits of a year");
    let expect = field(input, "expect");
    let (region, service) = (text(expect, "region")?, text(expect, "service")?);
    let s3 = text(input, "profile")? == S3;
    let options = if s3 { SignatureOptions::S3 } else { SignatureOptions::default() };
    let mut keys = service_fn(|asked| signing_key(asked, ring.clone()));
    stages::take();
    let verdict = pollster::block_on(sigv4_validate_request(
        request, &region, &service, &mut keys, now, &required, options,
    ));
    match verdict {
        Ok((_, _, auth)) => match auth.session_data().get(WHO) {
            Some(SessionValue::String(who)) => Ok(shimlib::accept(who, &stages::take())),
            _ => Err(Failure::Error("the package has lost the principal".into())),
        },
        Err(error) => refused(error),
    }
}

fn main() {
    stages::listen();
    let shim = Shim {
        name: "scratchstack",
        package: "scratchstack-aws-signature",
        lock: include_str!("../../Cargo.lock"),
        ops: &[("verify", verify)],
        profiles: "aws4 aws4-s3",
        features: "header.custom header.repeated header.content-sha256-optional header.raw-bytes
            path.raw-bytes query.raw-bytes query.duplicate-keys token.session clock.injectable
            policy.knobs",
        stages: "canonical_request string_to_sign",
        homepage: "https://github.com/dacut/scratchstack-aws-signature",
    };
    shim.serve();
}
