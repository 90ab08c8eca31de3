//! The limits that the document states are those that the server keeps: one step beyond each is refused by name.

use maslahat::openapi;
use serde_json::{Value, json};

use crate::contract::{Operation, operations};
use crate::support::case::Case;
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    a_value_beyond_a_stated_limit_is_refused;
}

async fn a_value_beyond_a_stated_limit_is_refused(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let document = openapi::document();
    let mut probes = 0;
    for operation in operations() {
        let client = caller(&operation, &world, &cast, &case);
        for (pointer, body) in bodies_beyond(&document, &operation) {
            let request = request(&operation, client, "").json(&body);
            check(&operation, &pointer, &request.once().at(1).await);
            probes += 1;
        }
        for (pointer, query) in queries_beyond(&document, &operation) {
            check(&operation, &pointer, &request(&operation, client, &query).once().at(1).await);
            probes += 1;
        }
    }
    assert!(probes > 100, "only {probes} limits were found");
}

#[track_caller]
fn check(operation: &Operation, pointer: &str, reply: &Reply) {
    assert_eq!(reply.status, 422, "{} {pointer}: {}", operation.id, reply.text());
    let refused = reply.refused(422, "invalid");
    assert!(refused.iter().any(|field| field.starts_with(&format!("{pointer} "))), "{}: {refused:?}", operation.id);
}

fn caller<'a>(operation: &Operation, world: &'a World, cast: &'a Cast, case: &'a Case) -> &'a Client {
    let roles = operation.document["x-roles"].as_array().unwrap();
    match roles.first().and_then(Value::as_str).unwrap() {
        "public" => &world.stranger,
        "reporter" => &case.reporter,
        "community" => &cast.near.community.client,
        "company" => &cast.near.company.client,
        "authority" => &cast.near.authority.client,
        "staff" => &cast.staff.client,
        "protection" => &cast.protection.client,
        "admin" => &cast.admin.client,
        other => panic!("{}: nobody plays {other}", operation.id),
    }
}

/// A body is looked at before its record is looked for, so any id will do.
fn request(operation: &Operation, client: &Client, query: &str) -> crate::support::Request {
    // A holiday is named by its day.
    let day = operation.path.starts_with("/holidays").then(|| "2026-03-08".to_owned());
    // And a sheet of paper by its number.
    let number = operation.path.starts_with("/paper-sheets").then(|| "00000000".to_owned());
    let id = day.or(number).unwrap_or_else(|| uuid::Uuid::now_v7().to_string());
    let path = operation.path.replace("{id}", &id).replace("{attachment_id}", &id);
    client.request(operation.method.parse().unwrap(), &format!("{path}{query}"))
}

/// Bodies with one value beyond a limit each, and the pointer to it.
fn bodies_beyond(document: &Value, operation: &Operation) -> Vec<(String, Value)> {
    let schema = &operation.document["requestBody"]["content"]["application/json"]["schema"];
    if schema.is_null() {
        return vec![];
    }
    let whole = example(document, schema);
    let mut beyond = vec![];
    step_beyond(document, schema, "", &mut beyond);
    let with = |(pointer, value): (String, Value)| {
        let mut body = whole.clone();
        *body.pointer_mut(&pointer).unwrap() = value;
        (pointer, body)
    };
    beyond.into_iter().map(with).collect()
}

fn queries_beyond(document: &Value, operation: &Operation) -> Vec<(String, String)> {
    let mut queries = vec![];
    let parameters: Vec<Value> =
        operation.parameters().into_iter().filter(|parameter| parameter["in"] == "query").collect();
    for parameter in &parameters {
        let name = parameter["name"].as_str().unwrap();
        let needed = parameters.iter().filter(|other| other["required"] == true && other["name"] != name);
        let others: String = needed
            .map(|other| format!("&{}={}", plain(&other["name"]), plain(&example(document, &other["schema"]))))
            .collect();
        for value in values_beyond(&Value::Null, &parameter["schema"]) {
            queries.push((format!("?{name}"), format!("?{name}={}{others}", plain(&value))));
        }
    }
    queries
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What a schema says: behind a reference, and of what may be null, the other half.
fn meaning<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    if let Some(reference) = schema["$ref"].as_str() {
        return meaning(document, document.pointer(&reference[1..]).unwrap());
    }
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    match choices.into_iter().find(|choice| choice["type"] != "null") {
        Some(choice) => meaning(document, choice),
        None => schema,
    }
}

fn kind(schema: &Value) -> &str {
    let types = schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str);
    schema["type"].as_str().or_else(|| types.into_iter().find(|kind| *kind != "null")).unwrap_or_default()
}

fn limit(schema: &Value, name: &str) -> Option<usize> {
    schema[name].as_u64().map(|limit| usize::try_from(limit).unwrap())
}

/// A value within the limits, with every optional field.
fn example(document: &Value, schema: &Value) -> Value {
    let schema = meaning(document, schema);
    if let Some(words) = schema["enum"].as_array() {
        return words[0].clone();
    }
    match kind(schema) {
        "object" => {
            let fields = schema["properties"].as_object().unwrap();
            fields.iter().map(|(name, field)| (name.clone(), example(document, field))).collect()
        }
        "array" => {
            let items = limit(schema, "minItems").unwrap_or(0).max(1);
            Value::Array(vec![example(document, &schema["items"]); items])
        }
        "string" => json!(text(schema)),
        "integer" | "number" => schema.get("minimum").cloned().unwrap_or(json!(1)),
        "boolean" => json!(true),
        other => panic!("no example of {other}: {schema}"),
    }
}

fn text(schema: &Value) -> String {
    match schema["format"].as_str() {
        Some("uuid") => uuid::Uuid::now_v7().to_string(),
        Some("date") => "2019-05-01".into(),
        Some("date-time") => "2019-05-01T00:00:00Z".into(),
        Some("email") => "somebody@example.org".into(),
        Some(other) => panic!("no example of the format {other}"),
        None => "ж".repeat(limit(schema, "minLength").unwrap_or(1)),
    }
}

fn step_beyond(document: &Value, schema: &Value, pointer: &str, found: &mut Vec<(String, Value)>) {
    let schema = meaning(document, schema);
    for value in values_beyond(document, schema) {
        found.push((pointer.to_owned(), value));
    }
    match kind(schema) {
        "object" => {
            for (name, field) in schema["properties"].as_object().unwrap() {
                step_beyond(document, field, &format!("{pointer}/{name}"), found);
            }
        }
        "array" => step_beyond(document, &schema["items"], &format!("{pointer}/0"), found),
        _ => {}
    }
}

/// The values one step beyond each limit of a schema.
fn values_beyond(document: &Value, schema: &Value) -> Vec<Value> {
    let mut values = vec![];
    if let Some(least) = limit(schema, "minLength").filter(|least| *least > 0) {
        values.push(json!("x".repeat(least - 1)));
    }
    if let Some(most) = limit(schema, "maxLength") {
        values.push(json!("x".repeat(most + 1)));
    }
    let items = |count| Value::Array(vec![example(document, &schema["items"]); count]);
    if let Some(least) = limit(schema, "minItems").filter(|least| *least > 0) {
        values.push(items(least - 1));
    }
    if let Some(most) = limit(schema, "maxItems") {
        values.push(items(most + 1));
    }
    if let Some(least) = schema["minimum"].as_f64() {
        values.push(beyond(schema, least - 1.0));
    }
    if let Some(most) = schema["maximum"].as_f64() {
        values.push(beyond(schema, most + 1.0));
    }
    values
}

#[expect(clippy::cast_possible_truncation, reason = "limits of whole numbers are whole")]
fn beyond(schema: &Value, value: f64) -> Value {
    if kind(schema) == "integer" { json!(value as i64) } else { json!(value) }
}

/// A text without an end is a way to fill the disk.
#[test]
fn every_text_of_a_body_has_a_limit() {
    let document = openapi::document();
    let mut endless = vec![];
    for operation in operations() {
        let schema = &operation.document["requestBody"]["content"]["application/json"]["schema"];
        if !schema.is_null() {
            find_endless(&document, schema, &operation.id, &mut endless);
        }
    }
    assert!(endless.is_empty(), "{endless:#?}");
}

fn find_endless(document: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    let schema = meaning(document, schema);
    match kind(schema) {
        "object" => {
            for (name, field) in schema["properties"].as_object().unwrap() {
                find_endless(document, field, &format!("{at}/{name}"), found);
            }
        }
        "array" => {
            if schema["maxItems"].is_null() {
                found.push(at.to_owned());
            }
            find_endless(document, &schema["items"], at, found);
        }
        "string" if schema["enum"].is_null() && schema["format"].is_null() && schema["maxLength"].is_null() => {
            found.push(at.to_owned());
        }
        _ => {}
    }
}
