// SPDX-License-Identifier: Apache-2.0

//! What stands in the place of S3's operations: it takes every request, reads its body, and tells
//! who has signed it.

use http_body_util::BodyExt;
use s3s::route::S3Route;
use s3s::{s3_error, Body, S3Request, S3Response, S3Result};
use std::sync::{Arc, Mutex};

/// The principal of the last request that got as far, and whose body was the one that was signed.
pub type Seen = Arc<Mutex<Option<String>>>;

pub fn take(seen: &Seen) -> Option<String> {
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
        let principal = request.credentials.map(|c| c.access_key);
        if let Err(error) = request.input.collect().await {
            return Err(s3_error!(IncompleteBody, "{error}"));
        }
        *self.0.lock().expect("one thread") = principal;
        Ok(S3Response::new(Body::empty()))
    }
}
