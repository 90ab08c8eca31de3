//! Moving many cases with one call: each as if it had been moved alone, in a transaction of its own.
//!
//! One transaction for all would hold up everybody else who changes anything, and on PostgreSQL two of them could wait
//! for each other. A call that breaks off is sent again with the same key and goes on where it stopped.

use std::collections::HashSet;
use std::sync::Arc;

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use diesel::connection::Connection;
use futures_util::{StreamExt, TryStreamExt, stream};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::GrievanceId;
use super::domain::Move;
use super::moves::{Step, lead};
use super::store::{self, Case};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::error::{ApiError, FieldError, Result};
use crate::http::{IdempotencyKey, IfMatch, Version};

/// A case, as it was read.
#[derive(Clone, Copy, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    pub id: GrievanceId,
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub version: Version,
}

/// What came of a call for many cases.
#[derive(Serialize, ToSchema)]
pub struct BulkOutcome {
    /// How many were moved.
    pub done: usize,
    /// In the order of the request.
    pub items: Vec<CaseOutcome>,
}

/// What came of it for one case: its new version, or why nothing was done.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CaseOutcome {
    pub id: GrievanceId,
    pub version: Option<Version>,
    pub problem: Option<CaseProblem>,
}

/// What the operation for one case would have answered.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CaseProblem {
    #[schema(example = "stale")]
    pub code: String,
    pub fields: Vec<FieldError>,
}

/// Makes a move on each of the cases that allow it. `A` is the operation for one case, `B` that for many.
pub async fn make<A: Action, B: Action>(
    system: &Data<System>,
    permit: Permit<B>,
    key: &IdempotencyKey,
    request: impl Serialize + Send + 'static,
    chosen: Vec<Chosen>,
    made: Move,
    prepare: impl Fn(&mut Conn, &Case) -> Result<Step> + Send + Sync + 'static,
) -> Result<BulkOutcome> {
    each_once(&chosen)?;
    let alone = Arc::new(permit.also::<A>()?);
    begin(system, permit, key.clone(), request, chosen.len()).await?;
    let prepare = Arc::new(prepare);
    let all = chosen.into_iter().map(|case| {
        let (system, key) = (system.clone(), key.part(&case.id));
        let (permit, prepare) = (Arc::clone(&alone), Arc::clone(&prepare));
        async move {
            let shared = system.clone();
            let answer = system
                .db
                .write(move |conn| {
                    let now = Utc::now();
                    key.once(conn, &shared.sealer, &case, now, |conn| {
                        one(conn, &permit, case, made, |conn, found| prepare(conn, found), now)
                    })
                })
                .await?;
            answer.read::<CaseOutcome>()
        }
    });
    let items: Vec<CaseOutcome> = stream::iter(all).buffered(system.db.together()).try_collect().await?;
    Ok(BulkOutcome { done: items.iter().filter(|item| item.version.is_some()).count(), items })
}

fn each_once(chosen: &[Chosen]) -> Result<()> {
    let mut seen = HashSet::new();
    match chosen.iter().position(|case| !seen.insert(case.id)) {
        Some(index) => Err(ApiError::field(&format!("/cases/{index}/id"), "duplicate")),
        None => Ok(()),
    }
}

/// Keeps the call under its key, so that another one with the same key is refused before it does anything.
async fn begin<B: Action>(
    system: &Data<System>,
    permit: Permit<B>,
    key: IdempotencyKey,
    request: impl Serialize + Send + 'static,
    cases: usize,
) -> Result<()> {
    let shared = system.clone();
    let begun = system.db.write(move |conn| {
        let now = Utc::now();
        key.once(conn, &shared.sealer, &request, now, |conn| {
            // Whoever has several programmes works in one at a time; each case leaves an entry under its own.
            let programme = permit.actor().programmes.first().ok_or(ApiError::Forbidden)?;
            let subject = Subject::new("grievances_of_programme", programme);
            audit::record(conn, &permit.who(), B::OPERATION, &subject, &format!("{cases} cases"), now)
        })
    });
    begun.await.map(drop)
}

/// In a savepoint: what a refused move had already written goes, what the key keeps stays.
fn one<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    Chosen { id, version }: Chosen,
    made: Move,
    prepare: impl FnOnce(&mut Conn, &Case) -> Result<Step>,
    now: DateTime<Utc>,
) -> Result<CaseOutcome> {
    let outcome = conn.transaction(|conn| {
        lead(conn, permit, id, IfMatch(version), made, |conn, case, _| prepare(conn, case), now)?;
        store::reread(conn, id)
    });
    match outcome {
        Ok(case) => Ok(CaseOutcome { id, version: Some(case.version), problem: None }),
        Err(error) => {
            problem(&error).map(|problem| CaseOutcome { id, version: None, problem: Some(problem) }).ok_or(error)
        }
    }
}

/// A problem that is one case's own; none for what would befall the others too.
fn problem(error: &ApiError) -> Option<CaseProblem> {
    match error {
        ApiError::NotFound | ApiError::Conflict(_) | ApiError::Stale | ApiError::Invalid(_) => {
            Some(CaseProblem { code: error.code().to_owned(), fields: error.fields() })
        }
        ApiError::BadRequest(_)
        | ApiError::Unauthenticated
        | ApiError::Forbidden
        | ApiError::SecondFactorNeeded
        | ApiError::MethodNotAllowed(_)
        | ApiError::TooLarge
        | ApiError::UnsupportedMediaType
        | ApiError::VersionRequired
        | ApiError::TooManyRequests { .. }
        | ApiError::Internal
        | ApiError::Unavailable => None,
    }
}
