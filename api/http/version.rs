//! Versions of a record: `ETag` on every answer, `If-Match` on every change.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};

use crate::error::{ApiError, Result};

/// How often a record was changed, from 1.
pub type Version = i64;

/// The version that the caller read: 428 without it, 412 at the write if the record has moved on.
pub struct IfMatch(pub Version);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(expected(request))
    }
}

fn expected(request: &HttpRequest) -> Result<IfMatch> {
    let header = request.headers().get(IF_MATCH).ok_or(ApiError::VersionRequired)?;
    let text = header.to_str().map_err(|_| ApiError::Stale)?;
    // A tag we never gave out matches no version.
    let digits = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).ok_or(ApiError::Stale)?;
    digits.parse().map(IfMatch).map_err(|_| ApiError::Stale)
}

/// Checks that an update found the version that it expected.
pub fn changed_one(rows: usize) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(ApiError::Stale) }
}

/// Checks the expected version of a record that was read.
pub fn still(current: Version, IfMatch(expected): IfMatch) -> Result<()> {
    if current == expected { Ok(()) } else { Err(ApiError::Stale) }
}

impl utoipa::IntoParams for IfMatch {
    fn into_params(
        _: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>,
    ) -> Vec<utoipa::openapi::path::Parameter> {
        vec![super::params::header(
            "if-match",
            "The version that was read, as its ETag says it: `\"3\"`.",
            "^\"[0-9]{1,18}\"$",
        )]
    }
}
