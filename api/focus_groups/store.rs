//! Reading focus groups, within reach only, and planning new ones.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel::prelude::*;

use super::FocusGroupId;
use super::domain::{FocusGroupKind, FocusGroupState, refused_expectation};
use super::events::{self, Happened};
use super::input::NewFocusGroup;
use super::policy::CreateFocusGroup;
use super::scope::within;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::db::search::normalise;
use crate::db::types::Moment;
use crate::error::{ApiError, FieldError, Result};
use crate::headcount::HeadcountTotals;
use crate::http::Version;
use crate::places::{self, PlaceId};
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts, focus_groups, sites};
use crate::sites::SiteId;
use crate::stakeholders::domain::ConsentForm;
use crate::stakeholders::tags;

/// A focus group as the database holds it, without what was said.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = focus_groups)]
pub struct Row {
    pub id: FocusGroupId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub kind: FocusGroupKind,
    pub title: String,
    pub place_id: PlaceId,
    pub place_path: String,
    pub site_id: Option<SiteId>,
    pub starts_at: Moment,
    pub venue: String,
    pub facilitator_id: AccountId,
    pub note_taker_id: Option<AccountId>,
    pub languages: String,
    pub topic_guide: Option<String>,
    pub ground_rules: Option<String>,
    pub expected_people: i64,
    pub expected_women: i64,
    pub expected_youth: i64,
    pub state: FocusGroupState,
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
    pub created_by: AccountId,
    pub created_at: Moment,
    pub updated_at: Moment,
}

impl Row {
    pub fn expected(&self) -> HeadcountTotals {
        HeadcountTotals { people: self.expected_people, women: self.expected_women, youth: self.expected_youth }
    }
}

/// The focus group, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: FocusGroupId) -> Result<Row> {
    Ok(focus_groups::table
        .filter(focus_groups::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// A focus group that the caller has just written, whoever may read it.
pub(crate) fn reread(conn: &mut Conn, id: FocusGroupId) -> Result<Row> {
    Ok(focus_groups::table.find(id).select(Row::as_select()).first(conn)?)
}

/// Plans a focus group in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateFocusGroup>,
    new: &NewFocusGroup,
    now: DateTime<Utc>,
) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let id = insert(conn, new, permit.account()?, now)?;
    find(conn, permit, id)
}

/// Writes a new focus group, whoever may plan it.
pub fn insert(conn: &mut Conn, new: &NewFocusGroup, by: AccountId, now: DateTime<Utc>) -> Result<FocusGroupId> {
    let facts = Facts {
        programme: new.programme_id,
        title: &new.title,
        venue: &new.venue,
        starts_at: new.starts_at,
        site: new.site_id,
        facilitator: new.facilitator_id,
        note_taker: new.note_taker_id,
        expected: new.expected.into(),
    };
    check(conn, &facts)?;
    let place = places::store::named_in(conn, "/place_id", new.place_id)?;
    let (id, at) = (FocusGroupId::random(), Moment::from(now));
    let row = (
        (focus_groups::id.eq(id), focus_groups::programme_id.eq(new.programme_id), focus_groups::kind.eq(new.kind)),
        (focus_groups::title.eq(new.title.trim()), focus_groups::place_id.eq(new.place_id)),
        (focus_groups::place_path.eq(place.path), focus_groups::site_id.eq(new.site_id)),
        (focus_groups::starts_at.eq(Moment::from(new.starts_at)), focus_groups::venue.eq(new.venue.trim())),
        (focus_groups::facilitator_id.eq(new.facilitator_id), focus_groups::note_taker_id.eq(new.note_taker_id)),
        focus_groups::languages.eq(tags::languages(&new.languages)),
        (focus_groups::topic_guide.eq(&new.topic_guide), focus_groups::ground_rules.eq(&new.ground_rules)),
        (
            focus_groups::expected_people.eq(new.expected.people),
            focus_groups::expected_women.eq(new.expected.women),
            focus_groups::expected_youth.eq(new.expected.youth),
        ),
        (focus_groups::state.eq(FocusGroupState::Planned), focus_groups::notes.eq("")),
        focus_groups::words.eq(words(&new.title, &new.venue, new.topic_guide.as_deref(), "")),
        (focus_groups::created_by.eq(by), focus_groups::created_at.eq(at), focus_groups::updated_at.eq(at)),
    );
    diesel::insert_into(focus_groups::table).values(row).execute(conn)?;
    events::note(conn, id, &Happened::planned(), by, now)?;
    Ok(id)
}

/// What a search looks through.
pub(crate) fn words(title: &str, venue: &str, topic_guide: Option<&str>, notes: &str) -> String {
    let all = [title, venue, notes].into_iter().chain(topic_guide);
    normalise(&all.collect::<Vec<_>>().join("\n"))
}

/// What a plan is held to.
pub(super) struct Facts<'a> {
    pub programme: ProgrammeId,
    pub title: &'a str,
    pub venue: &'a str,
    pub starts_at: DateTime<Utc>,
    pub site: Option<SiteId>,
    pub facilitator: AccountId,
    pub note_taker: Option<AccountId>,
    pub expected: HeadcountTotals,
}

pub(super) fn check(conn: &mut Conn, facts: &Facts) -> Result<()> {
    let mut refused = refused_expectation(facts.expected);
    for (field, text) in [("/title", facts.title), ("/venue", facts.venue)] {
        if text.trim().is_empty() {
            refused.push((field, "too_short"));
        }
    }
    // A slip of the keys, not a plan.
    if !(2000..2100).contains(&facts.starts_at.year()) {
        refused.push(("/starts_at", "invalid"));
    }
    if let Some(site) = facts.site
        && !is_site(conn, site)?
    {
        refused.push(("/site_id", "unknown"));
    }
    if !is_staff(conn, facts.facilitator, facts.programme)? {
        refused.push(("/facilitator_id", "unknown"));
    }
    match facts.note_taker {
        Some(taker) if taker == facts.facilitator => refused.push(("/note_taker_id", "duplicate")),
        Some(taker) if !is_staff(conn, taker, facts.programme)? => refused.push(("/note_taker_id", "unknown")),
        Some(_) | None => {}
    }
    refuse(refused)
}

fn is_site(conn: &mut Conn, site: SiteId) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(sites::table.find(site))).get_result(conn)?)
}

fn is_staff(conn: &mut Conn, account: AccountId, programme: ProgrammeId) -> Result<bool> {
    let able = accounts::table
        .inner_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(account))
        .filter(accounts::active.eq(true))
        .filter(accounts::role.eq_any([Role::Staff, Role::Protection]))
        .filter(account_programmes::programme_id.eq(programme));
    Ok(diesel::select(diesel::dsl::exists(able)).get_result(conn)?)
}

/// The fields that were refused, if any were.
pub(super) fn refuse(refused: Vec<(&'static str, &'static str)>) -> Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    let field = |(pointer, code): (&str, &str)| FieldError { pointer: pointer.into(), code: code.into() };
    Err(ApiError::Invalid(refused.into_iter().map(field).collect()))
}
