//! Somebody who sends requests.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use super::{Reply, documented};

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    credential: Option<String>,
}

impl Client {
    pub fn new(http: reqwest::Client, base: String, credential: Option<String>) -> Self {
        Self { http, base, credential }
    }

    /// The same connection with another credential: an access token, a key, a receipt's token.
    pub fn with(&self, credential: impl ToString) -> Self {
        Self { credential: Some(credential.to_string()), ..self.clone() }
    }

    /// This connection with the credential of another client: the same person, at another server.
    pub fn as_signed_in(&self, other: &Self) -> Self {
        Self { credential: other.credential.clone(), ..self.clone() }
    }

    pub fn get(&self, path: &str) -> Request {
        self.request(Method::GET, path)
    }

    pub fn post(&self, path: &str, body: Value) -> Request {
        self.request(Method::POST, path).json(&body)
    }

    pub fn patch(&self, path: &str, body: Value) -> Request {
        self.request(Method::PATCH, path).json(&body)
    }

    pub fn delete(&self, path: &str) -> Request {
        self.request(Method::DELETE, path)
    }

    /// Any request, to a path below the API or, with a leading `//`, below the root.
    pub fn request(&self, method: Method, path: &str) -> Request {
        let url = match path.strip_prefix("//") {
            Some(outside) => format!("{}/{outside}", self.base),
            None => format!("{}{}{path}", self.base, maslahat::app::BASE),
        };
        let request = self.http.request(method, url);
        Request(match &self.credential {
            Some(credential) => request.bearer_auth(credential),
            None => request,
        })
    }
}

/// A request to be sent by awaiting it.
pub struct Request(RequestBuilder);

impl Request {
    pub fn header(self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().expect("a header's name");
        Self(self.0.header(name, HeaderValue::from_str(value).expect("a header's value")))
    }

    /// `If-Match`: a change of this version.
    pub fn at(self, version: impl std::fmt::Display) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// `Idempotency-Key`: a create that is new.
    pub fn once(self) -> Self {
        self.key(&uuid::Uuid::new_v4().to_string())
    }

    /// `Idempotency-Key`: a create that may be sent again.
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    pub fn into_inner(self) -> RequestBuilder {
        self.0
    }

    pub fn json(self, body: &Value) -> Self {
        Self(self.0.json(body))
    }

    /// A body as it is.
    pub fn body(self, media_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self(self.0.body(bytes.into())).header("content-type", media_type)
    }
}

impl Request {
    /// Sends it; none if no whole answer came.
    pub async fn try_send(self) -> Option<Reply> {
        let (client, request) = self.0.build_split();
        let request = request.expect("the request can be made");
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let reply = Reply::try_read(client.execute(request).await.ok()?).await?;
        documented::check(&method, &path, &reply);
        Some(reply)
    }
}

impl IntoFuture for Request {
    type Output = Reply;
    type IntoFuture = Pin<Box<dyn Future<Output = Reply>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.try_send().await.expect("the server answers, and whole") })
    }
}
