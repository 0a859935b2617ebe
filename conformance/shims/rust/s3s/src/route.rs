// SPDX-License-Identifier: Apache-2.0

//! What stands in the place of S3's operations: it takes every request, reads its body, and tells
//! who has signed it, or why the body is not what was signed.

use http_body_util::BodyExt;
use s3s::route::S3Route;
use s3s::{Body, S3Request, S3Response, S3Result};
use std::sync::{Arc, Mutex};

/// Of a request that got as far: the principal, or what reading its body came to.
type Outcome = Result<String, String>;
pub type Seen = Arc<Mutex<Option<Outcome>>>;

pub fn take(seen: &Seen) -> Option<Outcome> {
    seen.lock().expect("one thread").take()
}

pub struct Everything(Seen);

impl Everything {
    pub fn telling(seen: &Seen) -> Self {
        Everything(seen.clone())
    }
}

#[async_trait::async_trait]
impl S3Route for Everything {
    fn is_match(
        &self,
        _: &http::Method,
        _: &http::Uri,
        _: &http::HeaderMap,
        _: &mut http::Extensions,
    ) -> bool {
        true
    }

    async fn call(&self, request: S3Request<Body>) -> S3Result<S3Response<Body>> {
        // The route is not called without credentials.
        let principal = request.credentials.map_or(String::new(), |c| c.access_key);
        let body = request.input.collect().await;
        let outcome = body.map(|_| principal).map_err(|error| error.to_string());
        *self.0.lock().expect("one thread") = Some(outcome);
        Ok(S3Response::new(Body::empty()))
    }
}
