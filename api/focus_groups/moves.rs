//! What every move has in common: the version, the state, the timeline.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::FocusGroupId;
use super::domain::{FocusGroupKind, FocusGroupMove, FocusGroupState, target};
use super::events::{self, Happened};
use super::store::{Row, find};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::places::PlaceId;
use crate::schema::focus_groups;
use crate::sites::SiteId;
use crate::stakeholders::domain::ConsentForm;

/// What a change sets, in the statement that also moves the state: the database holds them to each other.
#[derive(Default, AsChangeset)]
#[diesel(table_name = focus_groups)]
pub struct Changes {
    pub kind: Option<FocusGroupKind>,
    pub title: Option<String>,
    pub place_id: Option<PlaceId>,
    pub place_path: Option<String>,
    pub site_id: Option<Option<SiteId>>,
    pub starts_at: Option<Moment>,
    pub venue: Option<String>,
    pub facilitator_id: Option<AccountId>,
    pub note_taker_id: Option<Option<AccountId>>,
    pub languages: Option<String>,
    pub topic_guide: Option<Option<String>>,
    pub ground_rules: Option<Option<String>>,
    pub expected_people: Option<i64>,
    pub expected_women: Option<i64>,
    pub expected_youth: Option<i64>,
    pub consent_form: Option<ConsentForm>,
    pub consent_given_on: Option<NaiveDate>,
    pub guardians: Option<i64>,
    pub guardians_form: Option<ConsentForm>,
    pub guardians_given_on: Option<NaiveDate>,
    pub held_on: Option<NaiveDate>,
    pub validated_on: Option<NaiveDate>,
    pub validated_at_place: Option<String>,
    pub validated_by_people: Option<i64>,
    pub validated_corrections: Option<String>,
    pub published_at: Option<Moment>,
    pub summary: Option<String>,
    pub notes: Option<String>,
    pub words: Option<String>,
}

/// Makes a move of a focus group within reach that allows it now, and does what comes with it.
#[expect(clippy::too_many_arguments, reason = "what is moved, by whom, when, and what comes of it")]
pub fn make<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: FocusGroupId,
    expected: IfMatch,
    step: FocusGroupMove,
    happened: &Happened,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut Conn, &Row) -> Result<Changes>,
) -> Result<Row> {
    let before = find(conn, permit, id)?;
    still(before.version, expected)?;
    let to = target(step, before.state).ok_or(ApiError::Conflict("not_in_this_state"))?;
    let changes = change(conn, &before)?;
    settle(conn, &before, (to, &changes), happened, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes the new state and version, and the timeline.
pub(crate) fn settle(
    conn: &mut Conn,
    before: &Row,
    (to, changes): (FocusGroupState, &Changes),
    happened: &Happened,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<()> {
    let set = (changes, focus_groups::state.eq(to), touched(before.version, now));
    let same = focus_groups::table.find(before.id).filter(focus_groups::version.eq(before.version));
    changed_one(diesel::update(same).set(set).execute(conn)?)?;
    events::note(conn, before.id, happened, by, now)
}

type Touched = (diesel::dsl::Eq<focus_groups::version, Version>, diesel::dsl::Eq<focus_groups::updated_at, Moment>);

fn touched(version: Version, now: DateTime<Utc>) -> Touched {
    (focus_groups::version.eq(version + 1), focus_groups::updated_at.eq(Moment::from(now)))
}
