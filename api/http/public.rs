//! Answers that are the same for everybody and may be kept for a while.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETag, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{ApiError, Result};

const KEPT: &str = "public, max-age=300";

/// The record with a tag of its content, or 304 to who has it already.
pub fn answer(request: &HttpRequest, record: &impl Serialize) -> Result<HttpResponse> {
    let json = serde_json::to_vec(record).map_err(|_| ApiError::Internal)?;
    // Weak: the bytes on the wire depend on how they are compressed.
    let tag = EntityTag::new_weak(hex::encode(Sha256::digest(&json)));
    if known(request, &tag) {
        return Ok(tagged(HttpResponse::NotModified(), tag).finish());
    }
    Ok(tagged(HttpResponse::Ok(), tag).insert_header((CONTENT_TYPE, "application/json")).body(json))
}

fn known(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Ok(IfNoneMatch::Any) => true,
        Err(_) => false,
    }
}

fn tagged(mut response: HttpResponseBuilder, tag: EntityTag) -> HttpResponseBuilder {
    response.insert_header(ETag(tag)).insert_header((CACHE_CONTROL, KEPT));
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
        let first = answer(&TestRequest::default().to_http_request(), &"record").unwrap();
        let tag = first.headers().get(ETAG).unwrap().clone();
        let again = TestRequest::default().insert_header((IF_NONE_MATCH, tag)).to_http_request();
        assert_eq!(answer(&again, &"record").unwrap().status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answer(&again, &"another record").unwrap().status(), StatusCode::OK);
    }
}
