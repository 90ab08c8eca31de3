//! What every request passes through: its id, its log line, its headers, and a problem document for whatever failed.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, ResponseError, web};
use futures_util::FutureExt;
use uuid::Uuid;

use crate::app::System;
use crate::authn;
use crate::error::{ApiError, Problem};
use crate::openapi::Contract;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Middleware, outermost: names the request, runs it, and sees to it that every failure is a problem document.
pub async fn answer(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse, Error> {
    let began = Instant::now();
    let id = Uuid::now_v7().to_string();
    let answered = match wrong_method(&request) {
        Some(refused) => Ok(request.error_response(refused)),
        None => match AssertUnwindSafe(next.call(request)).catch_unwind().await {
            Ok(answered) => answered.map(ServiceResponse::map_into_boxed_body),
            Err(_panic) => Err(ApiError::Internal.into()),
        },
    };
    match answered {
        Ok(response) => {
            let mut response = with_problem(response, &id);
            finish(response.headers_mut(), &id);
            note(&response, &id, began);
            Ok(response)
        }
        Err(error) => Err(Unanswered { error: known(&error), id }.into()),
    }
}

fn wrong_method(request: &ServiceRequest) -> Option<ApiError> {
    let contract = request.app_data::<web::Data<Contract>>()?;
    let known = contract.instead_of(request.method().as_str(), request.path())?;
    Some(ApiError::MethodNotAllowed(known.to_vec()))
}

/// A request that broke off before there was an answer to it. The request is gone too (routing bears no second hold
/// on it), so its log line can't tell the route.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
struct Unanswered {
    error: ApiError,
    id: String,
}

impl ResponseError for Unanswered {
    fn status_code(&self) -> StatusCode {
        self.error.status_code()
    }

    fn error_response(&self) -> HttpResponse {
        log::error!(request_id = self.id.as_str(), status = self.status_code().as_u16(); "request broke off");
        let mut response = problem(&self.error, &self.id);
        finish(response.headers_mut(), &self.id);
        response
    }
}

/// Replaces a failed answer's body by the problem document.
fn with_problem(response: ServiceResponse, id: &str) -> ServiceResponse {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let error = match response.response().error() {
        Some(error) => known(error),
        None => by_status(status.as_u16()),
    };
    let (request, _) = response.into_parts();
    ServiceResponse::new(request, problem(&error, id))
}

fn known(error: &Error) -> ApiError {
    match error.as_error::<ApiError>() {
        Some(error) => error.clone(),
        None => by_status(error.as_response_error().status_code().as_u16()),
    }
}

/// For what actix refused before a handler of ours saw it.
fn by_status(status: u16) -> ApiError {
    match status {
        404 => ApiError::NotFound,
        405 => ApiError::MethodNotAllowed(vec![]),
        413 => ApiError::TooLarge,
        415 => ApiError::UnsupportedMediaType,
        503 => ApiError::Unavailable,
        400..=499 => ApiError::BadRequest("bad_request"),
        _ => ApiError::Internal,
    }
}

fn problem(error: &ApiError, id: &str) -> HttpResponse {
    let mut response = HttpResponse::build(error.status_code());
    response.insert_header((header::CONTENT_TYPE, "application/problem+json"));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    match error {
        ApiError::MethodNotAllowed(allowed) => {
            response.insert_header((header::ALLOW, allowed.join(", ")));
        }
        ApiError::TooManyRequests { retry_after } => {
            response.insert_header((header::RETRY_AFTER, retry_after.to_string()));
        }
        ApiError::Unauthenticated => {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        ApiError::Unavailable => {
            response.insert_header((header::RETRY_AFTER, "5"));
        }
        ApiError::BadRequest(_)
        | ApiError::Forbidden
        | ApiError::SecondFactorNeeded
        | ApiError::NotFound
        | ApiError::Conflict(_)
        | ApiError::Stale
        | ApiError::TooLarge
        | ApiError::UnsupportedMediaType
        | ApiError::Invalid(_)
        | ApiError::VersionRequired
        | ApiError::Internal => {}
    }
    let document = Problem {
        status: error.status_code().as_u16(),
        code: error.code().into(),
        title: error.to_string(),
        fields: error.fields(),
        request_id: id.into(),
    };
    response.body(BoxBody::new(serde_json::to_vec(&document).unwrap_or_default()))
}

/// Scripts only from this origin; styles inline too, since the web app's components set them.
const CSP: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 8] = [
    ("content-security-policy", CSP),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(self), microphone=(self), geolocation=(self), payment=()"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
];

/// Puts on an answer what every answer carries.
fn finish(headers: &mut header::HeaderMap, id: &str) {
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, value);
    }
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// One log line and one count: the route's pattern, never the address, the query, a body or a name.
fn note(response: &ServiceResponse, id: &str, began: Instant) {
    let request = response.request();
    let route = request.match_pattern().unwrap_or_else(|| "unmatched".into());
    let status = response.status().as_u16();
    let took = began.elapsed();
    let actor = authn::caller(request).unwrap_or_default();
    log::info!(
        request_id = id, method = request.method().as_str(), route = route.as_str(), status,
        milliseconds = took.as_secs_f64() * 1000.0, actor = actor.as_str();
        "request"
    );
    if let Some(system) = request.app_data::<web::Data<System>>() {
        system.metrics.record(request.method().as_str(), &route, status, took);
    }
}
