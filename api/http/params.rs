//! Path and query parameters, refused with a problem document.

use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use validator::Validate;

use super::body::refused;
use crate::error::{ApiError, FieldError, Result};

/// The `{id}` of the path. What is not an id names nothing: 404.
pub struct Id<T>(pub T);

impl<T: FromStr> FromRequest for Id<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(path_part(request, "id").map(Self))
    }
}

/// A named part of the path.
pub fn path_part<T: FromStr>(request: &HttpRequest, name: &str) -> Result<T> {
    request.match_info().get(name).and_then(|text| text.parse().ok()).ok_or(ApiError::NotFound)
}

/// The query, without unknown or malformed parameters.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned + Validate> FromRequest for Params<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

/// A query as text; a refused parameter is `?name` in the problem.
pub fn parse<T: DeserializeOwned + Validate>(query: &str) -> Result<T> {
    let text = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    let value: T = serde_path_to_error::deserialize(text).map_err(|error| misfit(&error))?;
    value.validate().map_err(|errors| {
        let fields = refused("", &errors);
        let named = |field: FieldError| FieldError { pointer: field.pointer.replacen('/', "?", 1), ..field };
        ApiError::Invalid(fields.into_iter().map(named).collect())
    })?;
    Ok(value)
}

fn misfit(error: &serde_path_to_error::Error<serde_urlencoded::de::Error>) -> ApiError {
    let message = error.inner().to_string();
    let code = if message.contains("unknown field") { "unknown" } else { "invalid" };
    // serde names a value that does not fit in the path, a missing or doubled parameter only in the message.
    let name = match error.path().to_string() {
        whole if whole == "." => message.split('`').nth(1).unwrap_or_default().to_owned(),
        name => name,
    };
    ApiError::field(&format!("?{name}"), code)
}

/// Describes a header that a request must carry, and what it looks like.
pub fn header(name: &str, words: &str, pattern: &str) -> utoipa::openapi::path::Parameter {
    use utoipa::openapi::path::{ParameterBuilder, ParameterIn};
    use utoipa::openapi::schema::{ObjectBuilder, Type};
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(utoipa::openapi::Required::True)
        .description(Some(words))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern))))
        .build()
}
