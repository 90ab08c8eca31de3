//! Answers with their version.

use actix_web::body::BoxBody;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Serialize;

use super::version::Version;
use crate::error::{ApiError, Result};

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

/// A record as JSON, made where it was read: its many small strings then die on the thread that made them.
pub struct Written(Vec<u8>);

impl Written {
    pub fn of(record: &impl Serialize) -> Result<Self> {
        serde_json::to_vec(record).map(Self).map_err(|_| ApiError::Internal)
    }
}

impl Responder for Written {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(self.0)
    }
}

pub fn tag(version: Version) -> String {
    format!("\"{version}\"")
}
