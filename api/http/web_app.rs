//! The built web app, and an answer for every path that is no operation.

use std::path::{Component, Path, PathBuf};

use actix_files::NamedFile;
use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::app::BASE;
use crate::error::{ApiError, Result};
use crate::openapi::Contract;

/// Where the built web app lies.
pub struct WebApp {
    root: PathBuf,
}

impl WebApp {
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The file of a path; for a page of the web app, which routes by itself, its one document.
    fn file(&self, path: &str) -> PathBuf {
        let relative = Path::new(path.trim_start_matches('/'));
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        let file = self.root.join(relative);
        if plain && file.is_file() { file } else { self.root.join("index.html") }
    }
}

/// A file of the web app; 405 with what the path knows for a wrong method; 404.
pub async fn otherwise(
    request: HttpRequest,
    app: web::Data<WebApp>,
    contract: web::Data<Contract>,
) -> Result<HttpResponse> {
    let known = contract.methods(request.path());
    if !known.is_empty() {
        return Err(ApiError::MethodNotAllowed(known.to_vec()));
    }
    if request.path().starts_with(BASE) {
        return Err(ApiError::NotFound);
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err(ApiError::MethodNotAllowed(vec!["GET".into(), "HEAD".into()]));
    }
    let file = app.file(request.path());
    // What Vite names by its content never changes; everything else is asked for again.
    let lasting = file.parent().is_some_and(|folder| folder.ends_with("assets"));
    let mut response = NamedFile::open_async(&file).await.map_err(|_| ApiError::NotFound)?.into_response(&request);
    let cache = if lasting { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}
