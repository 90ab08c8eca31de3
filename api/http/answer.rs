//! Answers with their version.

use actix_web::body::BoxBody;
use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Serialize;

use super::version::Version;

/// A record and its version.
pub struct Tagged<T>(pub Version, pub T);

impl<T: Serialize> Responder for Tagged<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Self(version, record) = self;
        HttpResponse::Ok().insert_header((ETAG, tag(version))).insert_header((CACHE_CONTROL, "no-store")).json(record)
    }
}

/// A record that was just made.
pub struct Created<T>(pub Version, pub T);

impl<T: Serialize> Responder for Created<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Self(version, record) = self;
        HttpResponse::Created()
            .insert_header((ETAG, tag(version)))
            .insert_header((CACHE_CONTROL, "no-store"))
            .json(record)
    }
}

pub fn tag(version: Version) -> String {
    format!("\"{version}\"")
}
