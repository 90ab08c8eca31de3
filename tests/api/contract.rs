//! The OpenAPI document: it says what the server does, and all of it.

use std::collections::BTreeSet;

use maslahat::authz::{OPERATIONS, PUBLIC, REPORTER};
use maslahat::openapi;
use serde_json::{Value, json};

/// Changes that need neither a version nor a key: each may be sent again without doing more than once.
const REPEATABLE: [&str; 24] = [
    "accept_invitation",
    "acknowledge_factor_reset",
    "add_meeting_day_entries",
    "answer_meeting_link",
    "begin_second_factor",
    "change_password",
    "close_identity",
    "compare_grievance",
    "confirm_second_factor",
    "distinguish_stakeholder",
    "get_meeting_link_calendar",
    "log_in",
    "log_out",
    "open_invitation",
    "open_meeting_link",
    "open_receipt",
    "pass_second_factor",
    "read_notification",
    "read_notifications",
    "refresh_session",
    "remove_second_factor",
    "renew_recovery_codes",
    "revoke_calendar_feed",
    "revoke_session",
];

/// What the refresh cookie opens, asked from our own pages only.
const BY_COOKIE: [&str; 2] = ["log_out", "refresh_session"];

pub struct Operation {
    pub id: String,
    pub method: String,
    /// Below the API's base.
    pub path: String,
    pub document: Value,
}

pub fn operations() -> Vec<Operation> {
    let document = openapi::document();
    let mut all = vec![];
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push(Operation {
                id: operation["operationId"].as_str().unwrap().into(),
                method: method.to_uppercase(),
                path: path.strip_prefix(maslahat::app::BASE).unwrap().into(),
                document: operation.clone(),
            });
        }
    }
    all
}

impl Operation {
    pub fn parameters(&self) -> Vec<Value> {
        self.document["parameters"].as_array().cloned().unwrap_or_default()
    }

    pub fn has_header(&self, name: &str) -> bool {
        self.parameters().iter().any(|parameter| parameter["name"] == name && parameter["required"] == true)
    }
}

fn policies() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().flat_map(|resource| resource.iter()).map(|operation| operation.id)
}

#[test]
fn the_committed_document_is_that_of_the_code() {
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi/openapi.json")).unwrap();
    assert!(committed == openapi::to_json(), "`make openapi` writes it anew");
}

#[test]
fn every_operation_has_one_policy() {
    let known: Vec<&str> = policies().chain(PUBLIC.iter().copied()).chain(REPORTER.iter().copied()).collect();
    for operation in operations() {
        let policies = known.iter().filter(|id| **id == operation.id).count();
        assert_eq!(policies, 1, "{}", operation.id);
        assert_ne!(operation.document["x-roles"], json!([]), "{}: nobody may call it", operation.id);
    }
}

#[test]
fn every_policy_has_its_operation() {
    let documented: BTreeSet<String> = operations().into_iter().map(|operation| operation.id).collect();
    let known = policies().chain(PUBLIC.iter().copied()).chain(REPORTER.iter().copied());
    let idle: Vec<&str> = known.filter(|id| !documented.contains(*id)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn an_operations_id_is_its_own() {
    let ids: Vec<String> = operations().into_iter().map(|operation| operation.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn every_change_needs_a_version_or_a_key() {
    let changes = operations().into_iter().filter(|operation| operation.method != "GET");
    let bare: BTreeSet<String> = changes
        .filter(|change| !change.has_header("if-match") && !change.has_header("idempotency-key"))
        .map(|change| change.id)
        .collect();
    assert_eq!(bare, REPEATABLE.iter().map(|id| (*id).to_owned()).collect());
}

#[test]
fn every_operation_says_what_it_does_and_how_it_fails() {
    for operation in operations() {
        let of = |field: &str| operation.document[field].as_str().unwrap_or_default().to_owned();
        assert!(!of("summary").is_empty(), "{}", operation.id);
        let fails_with = |status: &str| operation.document["responses"][status]["$ref"].is_string();
        let id = &operation.id;
        assert!(fails_with("401") && fails_with("500") && fails_with("503"), "{id}");
        assert!(!fails_with("default"), "{id}: any status would do");
        assert_eq!(fails_with("412"), operation.has_header("if-match"), "{id}");
        assert_eq!(fails_with("428"), operation.has_header("if-match"), "{id}");
        assert_eq!(fails_with("413"), operation.document["requestBody"].is_object(), "{id}");
        let asks_who = operation.document["security"] != json!([]) || BY_COOKIE.contains(&id.as_str());
        assert_eq!(fails_with("403"), asks_who, "{id}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = openapi::document();
    let mut lost = BTreeSet::new();
    walk(&document, &mut |value| {
        if let Some(reference) = value["$ref"].as_str()
            && document.pointer(&reference[1..]).is_none()
        {
            lost.insert(reference.to_owned());
        }
    });
    assert!(lost.is_empty(), "{lost:?}");
}

fn walk(value: &Value, see: &mut impl FnMut(&Value)) {
    see(value);
    match value {
        Value::Object(fields) => fields.values().for_each(|inner| walk(inner, see)),
        Value::Array(items) => items.iter().for_each(|inner| walk(inner, see)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
