// SPDX-License-Identifier: Apache-2.0

//! s3s behind the shim protocol: a framework for S3 servers in Rust, which verifies what it serves.
//!
//! A request goes to `S3Service::call`, without a server around it. A route that matches whatever
//! comes takes the place of S3's operations: it runs after the signature was checked, is told who
//! signed, and reads the body, whose hash is compared while it is read. A request without a
//! signature is refused by the route's own default. Names of buckets may be any. An error is the
//! `Code` and the `Message` of the XML that a client gets, or what reading the body came to.
//!
//! The service reads the clock, which is replaced by the vector's time (`clock.rs`). `SimpleAuth`
//! knows access keys and secrets, and the API shows no session token to it. What region the service
//! is, nobody asks. The package has one policy, its own: a strict vector is judged by it, too.

mod clock;
mod route;

use http_body_util::BodyExt;
use route::{Everything, Seen};
use s3s::auth::SimpleAuth;
use s3s::config::{S3Config, StaticConfigProvider};
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s::validation::NameValidation;
use s3s::{Body, HttpRequest, HttpResponse, S3};
use serde_json::Value;
use shimlib::{clock_of, field, request_of, unrepresentable, Failure, Key, Shim};
use std::sync::Arc;

struct Nothing;

impl S3 for Nothing {}

struct AnyName;

impl NameValidation for AnyName {
    fn validate_bucket_name(&self, _: &str) -> bool {
        true
    }
}

fn auth_of(input: &Value) -> Result<SimpleAuth, Failure> {
    let mut auth = SimpleAuth::new();
    for key in Key::ring(input)? {
        if key.session_token.is_some() {
            return unrepresentable("S3Auth is asked for a secret alone, and shown no token");
        }
        auth.register(key.access_key, key.secret_key.into());
    }
    Ok(auth)
}

fn config_of(skew: Option<u64>) -> Result<StaticConfigProvider, Failure> {
    let mut config = S3Config::default();
    if let Some(seconds) = skew {
        config.presigned_url_max_skew_time_secs = u32::try_from(seconds)
            .or_else(|_| unrepresentable("the clock skew is a number of 32 bits"))?;
    }
    Ok(StaticConfigProvider::new(Arc::new(config)))
}

fn need_its_policy(input: &Value) -> Result<(), Failure> {
    for (knob, value) in field(input, "policy").as_object().into_iter().flatten() {
        match (knob.as_str(), value.as_str()) {
            ("preset", Some("strict")) | ("unsigned_payload", Some("allow")) => {}
            _ => return unrepresentable(format!("the API has nothing like {knob}: {value}")),
        }
    }
    Ok(())
}

fn service_of(input: &Value, skew: Option<u64>, seen: &Seen) -> Result<S3Service, Failure> {
    let mut builder = S3ServiceBuilder::new(Nothing);
    builder.set_auth(auth_of(input)?);
    builder.set_config(Arc::new(config_of(skew)?));
    builder.set_route(Everything::telling(seen));
    builder.set_validation(AnyName);
    Ok(builder.build())
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    code: String,
    #[serde(default)]
    message: String,
}

async fn refusal_of(response: HttpResponse) -> Result<Value, Failure> {
    let body = response.into_body().collect().await;
    let body = body.map_err(|e| Failure::Error(format!("the answer cannot be read: {e}")))?;
    let answer: Answer = quick_xml::de::from_reader(body.to_bytes().as_ref())
        .map_err(|e| Failure::Error(format!("the answer is no error of S3: {e}")))?;
    Ok(shimlib::reject(&answer.code, &answer.message, &[]))
}

async fn judge(service: &S3Service, request: HttpRequest, seen: &Seen) -> Result<Value, Failure> {
    let response = service.call(request).await;
    let response = response.map_err(|e| Failure::Error(format!("no answer of S3: {e:?}")))?;
    match route::take(seen) {
        Some(Ok(principal)) => Ok(shimlib::accept(&principal, &[])),
        Some(Err(text)) => Ok(shimlib::reject(&text, "", &[])),
        None => refusal_of(response).await,
    }
}

fn verify(input: &Value) -> Result<Value, Failure> {
    need_its_policy(input)?;
    let (now, skew) = clock_of(input)?;
    let seen = Seen::default();
    let service = service_of(input, skew, &seen)?;
    let request = request_of(input)?.map(Body::from);
    let _stopped = clock::Stopped::at(now);
    pollster::block_on(judge(&service, request, &seen))
}

fn main() {
    let shim = Shim {
        name: "s3s",
        package: "s3s",
        lock: include_str!("../../Cargo.lock"),
        ops: &[("verify", verify)],
        profiles: "aws4-s3",
        features: "payload.unsigned header.custom header.repeated header.raw-bytes path.raw-bytes
            query.raw-bytes query.duplicate-keys clock.injectable policy.knobs",
        stages: "",
        homepage: "https://github.com/s3s-project/s3s",
    };
    shim.serve();
}
