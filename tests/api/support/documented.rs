//! Whether the document tells of an answer: every reply that a test reads is looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use actix_web::dev::ResourceDef;
use maslahat::openapi;
use reqwest::Method;
use serde_json::{Map, Value};

use super::Reply;

/// The answers of an operation, by status.
type Answers = Map<String, Value>;

struct Path {
    pattern: ResourceDef,
    operations: BTreeMap<String, Answers>,
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(openapi::document);
static PATHS: LazyLock<Vec<Path>> = LazyLock::new(|| {
    let answers = |operation: &Value| operation["responses"].as_object().unwrap().clone();
    let operations = |item: &Value| {
        item.as_object()
            .unwrap()
            .iter()
            .map(|(method, operation)| (method.to_uppercase(), answers(operation)))
            .collect()
    };
    let paths = DOCUMENT["paths"].as_object().unwrap().iter();
    paths.map(|(path, item)| Path { pattern: ResourceDef::new(path.as_str()), operations: operations(item) }).collect()
});

/// An operation's answer has a status that is documented and the headers that come with it. A path without a parameter is
/// before the one whose parameter would fit it too, as the document's order has it.
pub fn check(method: &Method, path: &str, reply: &Reply) {
    let Some(path) = PATHS.iter().find(|known| known.pattern.is_match(path)) else { return };
    let Some(answers) = path.operations.get(method.as_str()) else { return };
    let known = answers.get(&reply.status.to_string());
    let answer = known.unwrap_or_else(|| panic!("{method} {}: {} is not documented", name(path), reply.status));
    for (header, meaning) in resolved(answer)["headers"].as_object().unwrap() {
        let required = resolved(meaning)["required"] == true;
        assert!(!required || !reply.header(header).is_empty(), "{method} {}: no {header}", name(path));
    }
    let has_tag = !reply.header("etag").is_empty();
    let tells = resolved(answer)["headers"]["etag"].is_object();
    assert!(reply.status != 200 || has_tag == tells, "{method} {}: etag {has_tag}, documented {tells}", name(path));
}

fn resolved(value: &'static Value) -> &'static Value {
    match value["$ref"].as_str() {
        Some(reference) => DOCUMENT.pointer(&reference[1..]).unwrap(),
        None => value,
    }
}

fn name(path: &Path) -> &str {
    path.pattern.pattern().unwrap_or_default()
}
