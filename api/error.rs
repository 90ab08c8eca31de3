//! What can go wrong with a request, and the problem document (RFC 9457) that says so.
//!
//! [`ApiError`] knows nothing of HTTP beyond its status: `http::pipeline` writes the document, with the request's id.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as Diesel};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::constraint::{self, Constraint};

pub type Result<T> = std::result::Result<T, ApiError>;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    #[error("the request can't be read: {0}")]
    BadRequest(&'static str),
    #[error("sign in first")]
    Unauthenticated,
    #[error("this role may not do that")]
    Forbidden,
    #[error("set up a second factor first")]
    SecondFactorNeeded,
    #[error("there is no such thing within reach")]
    NotFound,
    #[error("another method is needed")]
    MethodNotAllowed(Vec<String>),
    #[error("the record does not allow that now: {0}")]
    Conflict(&'static str),
    #[error("the record was changed since it was read")]
    Stale,
    #[error("the body is too large")]
    TooLarge,
    #[error("that media type is not accepted")]
    UnsupportedMediaType,
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    #[error("If-Match is needed")]
    VersionRequired,
    #[error("too many tries")]
    TooManyRequests { retry_after: u64 },
    #[error("the server failed")]
    Internal,
    #[error("the database can't be reached")]
    Unavailable,
}

/// A field whose value was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.
    #[schema(example = "/narrative")]
    pub pointer: String,
    /// What is wrong with it, stable: `required`, `too_long`, `too_short`, `unknown`, `invalid`, …
    #[schema(example = "too_long")]
    pub code: String,
}

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    #[schema(example = 422)]
    pub status: u16,
    /// Stable: programs may rely on it.
    #[schema(example = "invalid")]
    pub code: String,
    /// For people; its wording may change.
    pub title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// Quote it when asking for help: the log knows it.
    pub request_id: String,
}

impl ApiError {
    pub fn field(pointer: &str, code: &str) -> Self {
        Self::Invalid(vec![FieldError { pointer: pointer.into(), code: code.into() }])
    }

    /// The same of an input that stands at `pointer` in a larger one.
    pub fn below(mut self, pointer: &str) -> Self {
        if let Self::Invalid(fields) = &mut self {
            for field in fields {
                field.pointer.insert_str(0, pointer);
            }
        }
        self
    }

    pub fn code(&self) -> &'static str {
        match self {
            Self::BadRequest(code) | Self::Conflict(code) => code,
            Self::Unauthenticated => "unauthenticated",
            Self::Forbidden => "forbidden",
            Self::SecondFactorNeeded => "second_factor_needed",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed(_) => "method_not_allowed",
            Self::Stale => "stale",
            Self::TooLarge => "too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::Invalid(_) => "invalid",
            Self::VersionRequired => "version_required",
            Self::TooManyRequests { .. } => "too_many_requests",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
        }
    }

    pub fn fields(&self) -> Vec<FieldError> {
        if let Self::Invalid(fields) = self { fields.clone() } else { vec![] }
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::SecondFactorNeeded => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::VersionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<Diesel> for ApiError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "Diesel may add errors; each that is not named is a failure")]
    fn from(error: Diesel) -> Self {
        if let Some(rule) = constraint::broken_by(&error) {
            return rule.into();
        }
        match &error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(kind, info) => {
                // The detail can hold values: only the kind is logged.
                log::error!(kind:?; "database error");
                if passing(kind, info.message()) { Self::Unavailable } else { Self::Internal }
            }
            Diesel::BrokenTransactionManager => Self::Unavailable,
            other => {
                log::error!(error:? = std::mem::discriminant(other); "query error");
                Self::Internal
            }
        }
    }
}

/// Whether an error is the state of the database's machine, which passes, and not a fault of ours.
fn passing(kind: &DatabaseErrorKind, message: &str) -> bool {
    const SIGNS: [&str; 8] = [
        "disk is full",
        "No space left",
        "disk I/O error",
        "readonly database",
        "database is locked",
        "lock timeout",
        "terminating connection",
        "the database system is",
    ];
    matches!(kind, DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand)
        || SIGNS.iter().any(|sign| message.contains(sign))
        || message.contains("server closed the connection")
}

impl From<Constraint> for ApiError {
    fn from(rule: Constraint) -> Self {
        match rule {
            Constraint::AccountEmail => Self::field("/email", "taken"),
            Constraint::PlaceCode => Self::field("/code", "taken"),
            Constraint::HolidayDay => Self::field("/day", "taken"),
            Constraint::LicenceNumber => Self::field("/licence_number", "taken"),
            Constraint::SavedFilterName => Self::field("/name", "taken"),
            Constraint::CalendarFeed => Self::Conflict("already_there"),
            Constraint::ImpactBallot => Self::Conflict("already_voted"),
            Constraint::NotedPromise => Self::field("/meeting_entry_id", "already_there"),
            Constraint::IdempotencyKey => Self::Conflict("in_flight"),
            Constraint::GrievanceReference => Self::Unavailable,
            Constraint::Reference => Self::Conflict("reference"),
        }
    }
}
