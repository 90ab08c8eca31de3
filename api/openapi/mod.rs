//! The OpenAPI document: what the routes say of themselves, and what holds for all of them.

mod answers;
mod contract;

use actix_web::App;
use serde_json::{Map, Value, json};
use utoipa::OpenApi;
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

use answers::{Asks, Versioned};
pub use contract::Contract;

use crate::authz::{OPERATIONS, PUBLIC, REPORTER, Reach, Role};
use crate::commitments::domain::CommitmentSort;
use crate::engagements::list::EngagementSort;
use crate::error::Problem;
use crate::grievances::list::Sort;
use crate::http::Cursor;
use crate::impacts::list::ImpactSort;
use crate::meetings::domain::MeetingSort;
use crate::stakeholders::list::StakeholderSort;

/// The base of the document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Maslahat",
        description = "The working system of a programme that keeps the peace between mining companies, the communities \
            around their sites and the local authorities.\n\nTimes are RFC 3339 in UTC; dates are `YYYY-MM-DD`. Every \
            failure is a problem document (RFC 9457) with a stable `code`. A record's `version` is also its `ETag`: send \
            it as `If-Match` with every change. Send an `Idempotency-Key` with every create, and the same key again \
            after a lost answer. A record out of your reach is `404`."
    ),
    // What only query parameters use is not found by itself.
    components(schemas(Problem, Sort, EngagementSort, StakeholderSort, ImpactSort, CommitmentSort, MeetingSort, Cursor))
)]
struct Base;

/// The document as it is committed, which is what the code says: a test compares them. A server shows this one, since to
/// make it anew takes more memory than all else at its start.
pub const COMMITTED: &str = include_str!("../../openapi/openapi.json");

/// The document that the code makes.
pub fn document() -> Value {
    let app = App::new().into_utoipa_app().openapi(Base::openapi());
    let resources = |api: &mut ServiceConfig<'_>| crate::app::resources(api);
    let (_, document) = app.service(scope(crate::app::BASE).configure(resources)).split_for_parts();
    let mut document = serde_json::to_value(document).unwrap_or_default();
    complete(&mut document);
    document
}

/// The same as text, to be committed.
pub fn to_json() -> String {
    let mut text = serde_json::to_string_pretty(&document()).unwrap_or_default();
    text.push('\n');
    text
}

#[expect(clippy::indexing_slicing, reason = "to index a JSON object is to add what is missing")]
fn complete(document: &mut Value) {
    document["components"]["securitySchemes"] = json!({
        "session": {
            "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "The `access_token` of a session (`log_in`), or the `token` of an opened receipt."
        },
        "api_key": {
            "type": "http", "scheme": "bearer",
            "description": "A partner's key, `msl_…`."
        }
    });
    document["components"]["responses"] = answers::responses();
    document["components"]["headers"] = answers::headers();
    if let Some(license) = document.pointer_mut("/info").and_then(Value::as_object_mut) {
        license.insert("license".into(), json!({ "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" }));
    }
    let none = Map::new();
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object).unwrap_or(&none);
    let versioned = Versioned::among(schemas);
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for (method, operation) in paths.values_mut().filter_map(Value::as_object_mut).flat_map(Map::iter_mut) {
        describe(method, operation, &versioned);
    }
}

/// Adds who may call the operation, with what, and what a failure looks like.
fn describe(method: &str, operation: &mut Value, versioned: &Versioned) {
    let Some(id) = operation.get("operationId").and_then(Value::as_str).map(str::to_owned) else { return };
    let roles = roles(&id);
    operation["security"] = if roles == ["public"] {
        json!([])
    } else if roles.contains(&Role::Partner.as_str()) {
        json!([{ "session": [] }, { "api_key": [] }])
    } else {
        json!([{ "session": [] }])
    };
    answers::complete(operation, &Asks::of(method, operation, &roles), versioned);
    operation["x-roles"] = json!(roles);
}

/// The roles that may call an operation; none for one that no policy knows.
fn roles(id: &str) -> Vec<&'static str> {
    use strum::VariantArray;
    if PUBLIC.contains(&id) {
        return vec!["public"];
    }
    if REPORTER.contains(&id) {
        return vec!["reporter"];
    }
    let known = OPERATIONS.iter().flat_map(|resource| resource.iter()).find(|operation| operation.id == id);
    let reach = |role: &Role| known.map_or(Reach::Nothing, |operation| (operation.reach)(*role));
    Role::VARIANTS.iter().filter(|role| !reach(role).is_nothing()).map(Role::as_str).collect()
}
