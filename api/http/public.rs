//! Answers with a tag of their content: who has them already is not sent them again.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETag, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{ApiError, Result};

/// How an answer may be kept.
#[derive(Clone, Copy)]
pub enum Keep {
    AWhile,
    /// Asked for again each time: what is taken back must not be read on from a cache.
    Checked,
    /// The same, of one reader alone.
    ByOne,
    /// By the page that shows it, and in no cache: it lies on no device.
    Shown,
}

impl Keep {
    fn control(self) -> &'static str {
        match self {
            Self::AWhile => "public, max-age=300",
            Self::Checked => "public, no-cache",
            Self::ByOne => "private, no-cache",
            Self::Shown => "no-store",
        }
    }
}

/// The record with a tag of its content, or 304 to who has it already.
pub fn answer(request: &HttpRequest, record: &impl Serialize, keep: Keep) -> Result<HttpResponse> {
    let json = serde_json::to_vec(record).map_err(|_| ApiError::Internal)?;
    Ok(content(request, json, "application/json", keep))
}

/// The same of what is not JSON.
pub fn content(request: &HttpRequest, bytes: Vec<u8>, kind: &'static str, keep: Keep) -> HttpResponse {
    // Weak: the bytes on the wire depend on how they are compressed.
    let tag = EntityTag::new_weak(hex::encode(Sha256::digest(&bytes)));
    if known(request, &tag) {
        return tagged(HttpResponse::NotModified(), tag, keep).finish();
    }
    tagged(HttpResponse::Ok(), tag, keep).insert_header((CONTENT_TYPE, kind)).body(bytes)
}

fn known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Ok(IfNoneMatch::Any) => true,
        Err(_) => false,
    }
}

fn tagged(mut response: HttpResponseBuilder, tag: EntityTag, keep: Keep) -> HttpResponseBuilder {
    response.insert_header(ETag(tag)).insert_header((CACHE_CONTROL, keep.control()));
    response
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::http::header::{ETAG, IF_NONE_MATCH};
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn who_has_the_record_is_not_sent_it_again() {
        let first = answer(&TestRequest::default().to_http_request(), &"record", Keep::AWhile).unwrap();
        let tag = first.headers().get(ETAG).unwrap().clone();
        let again = TestRequest::default().insert_header((IF_NONE_MATCH, tag)).to_http_request();
        assert_eq!(answer(&again, &"record", Keep::AWhile).unwrap().status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answer(&again, &"another record", Keep::AWhile).unwrap().status(), StatusCode::OK);
    }

    #[test]
    fn what_can_be_taken_back_is_asked_for_each_time() {
        let of = |keep| answer(&TestRequest::default().to_http_request(), &"record", keep).unwrap();
        assert_eq!(of(Keep::Checked).headers().get(CACHE_CONTROL).unwrap(), "public, no-cache");
        assert_eq!(of(Keep::AWhile).headers().get(CACHE_CONTROL).unwrap(), "public, max-age=300");
    }
}
