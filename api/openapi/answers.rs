//! What an operation may answer besides what its route says of itself: the problems, by what it asks for, and the headers.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// A status with which an operation fails.
struct Failure {
    status: u16,
    /// Its name among the document's components.
    name: &'static str,
    words: &'static str,
    /// The header that comes with it.
    header: Option<&'static str>,
}

const FAILURES: [Failure; 13] = [
    failure(400, "BadRequest", "The request can't be read."),
    failure(401, "Unauthenticated", "There is no credential, or it does not hold.").with("www-authenticate"),
    failure(403, "Forbidden", "Not for this role."),
    failure(404, "NotFound", "There is no such thing within reach."),
    failure(409, "Conflict", "The record does not allow that now; `code` says why."),
    failure(412, "Stale", "The record was changed since it was read."),
    failure(413, "TooLarge", "The body is too large."),
    failure(415, "UnsupportedMediaType", "That media type is not accepted."),
    failure(422, "Invalid", "Some fields need another value; `fields` names them."),
    failure(428, "VersionRequired", "`If-Match` is needed."),
    failure(429, "TooManyRequests", "Too many tries.").with("retry-after"),
    failure(500, "Internal", "The server failed."),
    failure(503, "Unavailable", "The database can't be reached.").with("retry-after"),
];

const fn failure(status: u16, name: &'static str, words: &'static str) -> Failure {
    Failure { status, name, words, header: None }
}

impl Failure {
    const fn with(self, header: &'static str) -> Self {
        Self { header: Some(header), ..self }
    }

    fn component(&self) -> Value {
        let mut headers = json!({ "x-request-id": { "$ref": "#/components/headers/x-request-id" } });
        if let (Some(headers), Some(name)) = (headers.as_object_mut(), self.header) {
            headers.insert(name.into(), json!({ "$ref": format!("#/components/headers/{name}") }));
        }
        json!({
            "description": self.words,
            "headers": headers,
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
        })
    }

    fn reference(&self) -> Value {
        json!({ "$ref": format!("#/components/responses/{}", self.name) })
    }
}

/// The failures, as the document's components.
pub fn responses() -> Value {
    FAILURES.iter().map(|failure| (failure.name.to_owned(), failure.component())).collect::<Map<_, _>>().into()
}

/// The headers of answers, as the document's components.
pub fn headers() -> Value {
    json!({
        "etag": {
            "description": "The record's version: `\"3\"`.", "required": true,
            "schema": { "type": "string", "pattern": "^\"[0-9]+\"$" }
        },
        "retry-after": {
            "description": "Seconds to wait.", "required": true, "schema": { "type": "integer", "minimum": 1 }
        },
        "www-authenticate": { "required": true, "schema": { "type": "string", "const": "Bearer" } },
        "x-request-id": {
            "description": "Quote it when asking for help: the log knows it.", "required": true,
            "schema": { "type": "string", "format": "uuid" }
        }
    })
}

/// Adds to an operation's answers how it may fail, and the headers of those that succeed. A failure that the route itself
/// names (a limit that only some have) is described like the others.
pub fn complete(operation: &mut Value, asks: &Asks, versioned: &Versioned) {
    let Some(answers) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    let named: BTreeSet<u16> = answers.keys().filter_map(|status| status.parse().ok()).collect();
    for (status, answer) in answers.iter_mut() {
        refer(answer, "x-request-id");
        // Unless the route says what its tag is.
        let says_its_own = answer.pointer("/headers/etag").is_some();
        if status == "200" && versioned.is(answer) && !says_its_own {
            refer(answer, "etag");
        }
    }
    for failure in &FAILURES {
        if asks.may_fail_with(failure.status) || named.contains(&failure.status) {
            answers.insert(failure.status.to_string(), failure.reference());
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "to index a JSON object is to add what is missing")]
fn refer(answer: &mut Value, header: &str) {
    answer["headers"][header] = json!({ "$ref": format!("#/components/headers/{header}") });
}

/// The references to what has a version, which its answer also bears as a tag.
pub struct Versioned(BTreeSet<String>);

impl Versioned {
    pub fn among(schemas: &Map<String, Value>) -> Self {
        let names = schemas.iter().filter(|(_, schema)| has_version(schema, schemas)).map(|(name, _)| name);
        Self(names.map(|name| format!("{SCHEMAS}{name}")).collect())
    }

    fn is(&self, answer: &Value) -> bool {
        let schema = answer.pointer("/content/application~1json/schema/$ref").and_then(Value::as_str);
        schema.is_some_and(|schema| self.0.contains(schema))
    }
}

const SCHEMAS: &str = "#/components/schemas/";

/// Whether whatever fits the schema has a version.
fn has_version(schema: &Value, schemas: &Map<String, Value>) -> bool {
    let referred = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix(SCHEMAS));
    if let Some(referred) = referred.and_then(|name| schemas.get(name)) {
        return has_version(referred, schemas);
    }
    let parts = |field: &str| schema.get(field).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let (choices, together) = (parts("oneOf"), parts("allOf"));
    schema.pointer("/properties/version").is_some()
        || (!choices.is_empty() && choices.iter().all(|choice| has_version(choice, schemas)))
        || together.iter().any(|part| has_version(part, schemas))
}

/// What an operation asks of who calls it.
pub struct Asks {
    account: bool,
    /// An id in its path, or a case that a receipt opened.
    record: bool,
    change: bool,
    body: bool,
    query: bool,
    version: bool,
    key: bool,
}

impl Asks {
    pub fn of(method: &str, operation: &Value, roles: &[&str]) -> Self {
        let parameters = operation.get("parameters").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let is = |parameter: &Value, field: &str, text: &str| parameter.get(field).is_some_and(|value| value == text);
        let any = |field: &str, text: &str| parameters.iter().any(|parameter| is(parameter, field, text));
        Self {
            account: roles != ["public"],
            record: any("in", "path") || roles == ["reporter"],
            change: method != "get",
            body: operation.get("requestBody").is_some(),
            query: any("in", "query"),
            version: any("name", "if-match"),
            key: any("name", "idempotency-key"),
        }
    }

    fn may_fail_with(&self, status: u16) -> bool {
        match status {
            400 => self.body || self.key,
            // A credential that does not hold is refused everywhere.
            401 | 500 | 503 => true,
            403 => self.account,
            404 => self.record,
            // The same key while its first request is under way.
            409 => self.key || (self.change && self.account),
            412 | 428 => self.version,
            413 | 415 => self.body,
            422 => self.body || self.query || self.key,
            _ => false,
        }
    }
}
