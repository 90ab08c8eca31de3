//! A JSON body that was read, understood and within its limits.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::objects::Objects;
use crate::error::{ApiError, FieldError, Result};

/// The largest JSON body, in bytes.
pub const LARGEST_JSON: usize = 256 * 1024;

/// The largest JSON body of what is written together: a thousand lines of two thousand letters, each two bytes in our
/// languages.
pub const LONG_JSON: usize = 5 * 1024 * 1024;

/// A body of type `T`, valid by its own rules, of at most `MOST` bytes.
pub struct Valid<T, const MOST: usize = LARGEST_JSON>(pub T);

impl<T: DeserializeOwned + Validate + 'static, const MOST: usize> FromRequest for Valid<T, MOST> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = is_json(request);
        let payload = payload.take();
        Box::pin(async move {
            if !json {
                return Err(ApiError::UnsupportedMediaType);
            }
            parse(&read(payload, MOST).await?).map(Self)
        })
    }
}

fn is_json(request: &HttpRequest) -> bool {
    request.headers().get(CONTENT_TYPE).is_some() && request.content_type().eq_ignore_ascii_case("application/json")
}

/// Reads a body of at most `most` bytes.
pub async fn read(mut payload: Payload, most: usize) -> Result<Bytes> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| ApiError::BadRequest("unreadable_body"))?;
        if bytes.len() + chunk.len() > most {
            return Err(ApiError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

fn parse<T: DeserializeOwned + Validate>(bytes: &[u8]) -> Result<T> {
    let reader = &mut serde_json::Deserializer::from_slice(bytes);
    let value: T = serde_path_to_error::deserialize(Objects(&mut *reader)).map_err(|error| misfit(&error))?;
    reader.end().map_err(|_| ApiError::BadRequest("malformed_json"))?;
    value.validate().map_err(|errors| ApiError::Invalid(refused("", &errors)))?;
    Ok(value)
}

fn misfit(error: &serde_path_to_error::Error<serde_json::Error>) -> ApiError {
    use serde_json::error::Category;
    match error.inner().classify() {
        Category::Io | Category::Syntax | Category::Eof => ApiError::BadRequest("malformed_json"),
        Category::Data => {
            let message = error.inner().to_string();
            let (name, code) = cause(&message);
            let path = pointer(error.path());
            // serde names an unknown field in the path, a missing one only in the message.
            let pointer = match name {
                Some(name) if code == "required" => format!("{path}/{name}"),
                Some(_) | None => path,
            };
            ApiError::field(&pointer, code)
        }
    }
}

fn cause(message: &str) -> (Option<&str>, &'static str) {
    let named = message.split('`').nth(1);
    if message.starts_with("missing field") {
        (named, "required")
    } else if message.starts_with("unknown field") {
        (named, "unknown")
    } else {
        (None, "invalid")
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{key}"),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// Tells a field that is `null`, and so is to be cleared, from one that is left out and stays (RFC 7396). With
/// `#[serde(default, deserialize_with = "given")]`.
pub fn given<'de, D, T>(value: D) -> std::result::Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    <Option<T> as serde::Deserialize>::deserialize(value).map(Some)
}

/// Words that something must be said with: spaces say nothing.
pub fn said(pointer: &str, words: &str) -> Result<()> {
    /// As the documents say of such fields.
    const SHORTEST: usize = 3;
    if words.trim().chars().count() < SHORTEST { Err(ApiError::field(pointer, "too_short")) } else { Ok(()) }
}

/// The refused fields, each under its JSON pointer.
pub fn refused(above: &str, errors: &ValidationErrors) -> Vec<FieldError> {
    let mut fields = vec![];
    for (name, kind) in errors.errors() {
        let at = format!("{above}/{name}");
        match kind {
            ValidationErrorsKind::Struct(inner) => fields.extend(refused(&at, inner)),
            ValidationErrorsKind::List(items) => {
                fields.extend(items.iter().flat_map(|(index, inner)| refused(&format!("{at}/{index}"), inner)));
            }
            ValidationErrorsKind::Field(causes) => {
                fields.extend(causes.iter().map(|cause| FieldError { pointer: at.clone(), code: code_of(cause) }))
            }
        }
    }
    fields.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    fields
}

/// `validator` says only "length" or "range": people want to know on which side.
fn code_of(cause: &validator::ValidationError) -> String {
    let number = |name: &str| cause.params.get(name).and_then(serde_json::Value::as_f64);
    let size = match cause.params.get("value") {
        Some(serde_json::Value::String(text)) => Some(text.chars().count() as f64),
        Some(serde_json::Value::Array(items)) => Some(items.len() as f64),
        Some(other) => other.as_f64(),
        None => None,
    };
    let below = matches!((number("min"), size), (Some(min), Some(size)) if size < min);
    match (cause.code.as_ref(), below) {
        ("length", true) => "too_short".into(),
        ("length", false) => "too_long".into(),
        ("range", true) => "too_small".into(),
        ("range", false) => "too_large".into(),
        (other, _) => other.to_owned(),
    }
}

/// The largest file, in bytes.
pub const LARGEST_FILE: usize = 10 * 1024 * 1024;

/// The bytes of a table, which may be larger than other files.
pub struct Table(pub Bytes);

impl FromRequest for Table {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let payload = payload.take();
        Box::pin(async move {
            let bytes = read(payload, LARGEST_TABLE).await?;
            if bytes.is_empty() { Err(ApiError::field("", "required")) } else { Ok(Self(bytes)) }
        })
    }
}

/// The largest table, in bytes.
pub const LARGEST_TABLE: usize = 20 * 1024 * 1024;

/// The bytes of a file.
#[derive(utoipa::ToSchema)]
#[schema(as = FileBytes, value_type = String, format = Binary)]
pub struct File(pub Bytes);

impl FromRequest for File {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let payload = payload.take();
        Box::pin(async move {
            let bytes = read(payload, LARGEST_FILE).await?;
            if bytes.is_empty() { Err(ApiError::field("", "required")) } else { Ok(Self(bytes)) }
        })
    }
}
