//! The demonstration's calls for grants, two of them past and one open, and what was applied for.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::PROGRAMME;
use super::applications::{self, Told};
use super::cast::Cast;
use super::directory::{Directory, find};
use super::files::{GRANTS, read};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grant_calls::GrantCallId;
use crate::grant_calls::domain::{GrantApplicantKind, GrantCallState};
use crate::grant_calls::input::{NewGrantCall, NewGrantCriterion, NewGrantQuestion};
use crate::grant_calls::store::insert;
use crate::money::Currency;
use crate::names::{Names, Texts};
use crate::programmes::ProgrammeId;
use crate::schema::grant_calls;

#[derive(Deserialize)]
struct File {
    calls: Vec<Call>,
    applications: Vec<Told>,
}

#[derive(Deserialize)]
struct Call {
    key: String,
    title: Names,
    purpose: Texts,
    budget: i64,
    ceiling: i64,
    /// Days from now.
    opens_in: i64,
    closes_in: i64,
    applicants: Vec<GrantApplicantKind>,
    places: Vec<String>,
    questions: Vec<NewGrantQuestion>,
    criteria: Vec<NewGrantCriterion>,
}

pub fn load(conn: &mut Conn, known: &Directory, now: DateTime<Utc>) -> Result<()> {
    let File { calls, applications } = read(GRANTS)?;
    let programme = find(&known.programmes, PROGRAMME)?;
    let cast = Cast::of(known, programme);
    let mut published = HashMap::new();
    for (number, call) in calls.into_iter().enumerate() {
        let key = call.key.clone();
        published.insert(key, publish(conn, known, programme, call, cast.owner(number)?.id, now)?);
    }
    applications.iter().enumerate().try_for_each(|(number, told)| {
        applications::load(conn, known, &cast, find(&published, &told.call)?, told, number, now)
    })
}

fn publish(
    conn: &mut Conn,
    known: &Directory,
    programme_id: ProgrammeId,
    Call { key: _, title, purpose, budget, ceiling, opens_in, closes_in, applicants, places, questions, criteria }: Call,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<GrantCallId> {
    // From nine in the morning until six in the evening in Bishkek.
    let at = |days: i64, hour: u32| (now + TimeDelta::days(days)).date_naive().and_hms_opt(hour, 0, 0);
    let place_ids = places.iter().map(|code| find(&known.places, code)).collect::<Result<_>>()?;
    let (Some(opens_at), Some(closes_at)) = (at(opens_in, 3), at(closes_in, 12)) else {
        return Err(ApiError::Internal);
    };
    let (opens_at, closes_at) = (opens_at.and_utc(), closes_at.and_utc());
    let new = NewGrantCall {
        programme_id,
        title,
        purpose,
        currency: Currency::Kgs,
        budget,
        ceiling,
        opens_at,
        closes_at,
        applicants,
        place_ids,
        questions,
        criteria,
    };
    let written = opens_at - TimeDelta::days(3);
    let id = insert(conn, &new, by, written)?;
    let at = Moment::from(written + TimeDelta::days(1));
    let set = (
        (grant_calls::state.eq(GrantCallState::Published), grant_calls::version.eq(2)),
        (grant_calls::published_at.eq(at), grant_calls::published_by.eq(by), grant_calls::updated_at.eq(at)),
    );
    diesel::update(grant_calls::table.find(id)).set(set).execute(conn)?;
    Ok(id)
}
