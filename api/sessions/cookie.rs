//! The refresh token's cookie.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::ORIGIN;

use super::store::LIVES;
use crate::error::{ApiError, Result};

/// `__Host-`: only over TLS (or to this machine), only to this host, not to be set by a neighbour.
const NAME: &str = "__Host-maslahat-refresh";

pub fn with(token: String) -> Cookie<'static> {
    build(token, Duration::seconds(LIVES.num_seconds()))
}

pub fn cleared() -> Cookie<'static> {
    build(String::new(), Duration::ZERO)
}

fn build(value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(NAME, value).path("/").secure(true).http_only(true).same_site(SameSite::Strict).max_age(age).finish()
}

/// The refresh token, if the request comes from our own pages: another site can neither set the header nor the origin.
pub fn token(request: &HttpRequest, public_url: &str) -> Result<String> {
    let asked = request.headers().get("x-requested-with").is_some_and(|value| value == "maslahat");
    let own = request.headers().get(ORIGIN).is_none_or(|origin| origin == public_url);
    if !asked || !own {
        return Err(ApiError::Forbidden);
    }
    request.cookie(NAME).map(|cookie| cookie.value().to_owned()).ok_or(ApiError::Unauthenticated)
}
