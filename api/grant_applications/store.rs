//! Reading applications, within reach only, and beginning new ones.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::GrantApplicationId;
use super::domain::{Facts, GrantApplicationMove, GrantApplicationState, GrantParty, Maker};
use super::events::{self, Step};
use super::input::NewGrantApplication;
use super::policy::CreateGrantApplication;
use super::scope::within;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Role};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grant_calls::domain::{GrantApplicantKind, GrantCallPhase, applies_as};
use crate::grant_calls::{self, GrantCallId};
use crate::grievances::clock::day_of;
use crate::http::Version;
use crate::http::body::said;
use crate::impacts::store::path_in;
use crate::money::Currency;
use crate::organisations::{OrganisationId, OrganisationKind};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{grant_applications as applications, organisations};
use crate::stakeholders::policy::GetStakeholder;
use crate::stakeholders::{self, StakeholderId};

/// An application as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = applications)]
pub struct Row {
    pub id: GrantApplicationId,
    pub version: Version,
    pub call_id: GrantCallId,
    pub programme_id: ProgrammeId,
    pub place_id: PlaceId,
    pub applicant: GrantApplicantKind,
    pub applicant_name: String,
    pub organisation_id: Option<OrganisationId>,
    pub stakeholder_id: Option<StakeholderId>,
    pub filed_by: AccountId,
    pub on_paper: bool,
    pub title: String,
    pub summary: Option<String>,
    pub youth_led: bool,
    pub women_led: bool,
    pub currency: Currency,
    pub asked: i64,
    pub state: GrantApplicationState,
    pub answer_by: Option<NaiveDate>,
    pub submitted_at: Option<Moment>,
    pub receipt_number: Option<String>,
    pub created_at: Moment,
    pub updated_at: Moment,
}

/// The application, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: GrantApplicationId) -> Result<Row> {
    Ok(applications::table
        .filter(applications::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// The receipt numbers of those of the applications that are within reach.
pub fn receipts<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<GrantApplicationId>,
) -> Result<HashMap<GrantApplicationId, String>> {
    let rows: Vec<(GrantApplicationId, Option<String>)> = applications::table
        .filter(applications::id.eq_any(ids))
        .filter(within(permit)?)
        .select((applications::id, applications::receipt_number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, number)| (id, number.unwrap_or_default())).collect())
}

/// Who makes a move by a permit.
pub fn maker<A: Action>(permit: &Permit<A>) -> Result<Maker> {
    Ok(Maker { account: permit.account()?, organisation: permit.actor().organisation, role: permit.role() })
}

/// What the conditions of a move look at.
pub fn facts(conn: &mut Conn, row: &Row, now: DateTime<Utc>) -> Result<Facts> {
    let call = grant_calls::store::published(conn, row.call_id)?.standing().phase(now);
    let Row { state, filed_by, on_paper, organisation_id: organisation, answer_by, .. } = *row;
    Ok(Facts { state, filed_by, on_paper, organisation, call, answer_by, today: day_of(now) })
}

/// What a search looks through.
pub(super) fn words(title: &str, applicant: &str) -> String {
    normalise(&format!("{title}\n{applicant}"))
}

/// Begins an application to a call that is open.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateGrantApplication>,
    new: &NewGrantApplication,
    now: DateTime<Utc>,
) -> Result<Row> {
    let call = called(conn, permit, new, now)?;
    let organisation = applicant(conn, permit, call.programme_id, new)?;
    let by = By { account: permit.account()?, on_paper: permit.role() != Role::Community };
    let id = insert(conn, &call, new, organisation, by, now)?;
    find(conn, permit, id)
}

/// The call, if the caller can apply to it now as who they say they are.
fn called(
    conn: &mut Conn,
    permit: &Permit<CreateGrantApplication>,
    new: &NewGrantApplication,
    now: DateTime<Utc>,
) -> Result<grant_calls::store::Row> {
    let refused = |code| Err(ApiError::field("/call_id", code));
    let call = match grant_calls::store::published(conn, new.call_id) {
        Ok(call) if permit.actor().programmes.contains(&call.programme_id) => call,
        Ok(_) | Err(ApiError::NotFound) => return refused("unknown"),
        Err(other) => return Err(other),
    };
    if call.standing().phase(now) != GrantCallPhase::Open {
        return refused("not_open");
    }
    if call.applicants().contains(&new.applicant) { Ok(call) } else { Err(ApiError::field("/applicant", "not_called")) }
}

/// The group that applies; none for somebody who applies alone. An account applies for its own, the programme for any.
fn applicant(
    conn: &mut Conn,
    permit: &Permit<CreateGrantApplication>,
    programme: ProgrammeId,
    new: &NewGrantApplication,
) -> Result<Option<OrganisationId>> {
    let group = new.applicant == GrantApplicantKind::CommunityGroup;
    let organisation = match permit.role() {
        Role::Staff | Role::Protection => {
            check_stakeholder(conn, permit, programme, new.stakeholder_id)?;
            match (group, new.organisation_id) {
                (true, None) => return Err(ApiError::field("/organisation_id", "required")),
                (false, Some(_)) => return Err(ApiError::field("/organisation_id", "not_of_this_kind")),
                (true | false, given) => given,
            }
        }
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => {
            if new.organisation_id.is_some() {
                return Err(ApiError::field("/organisation_id", "staff_only"));
            }
            if new.stakeholder_id.is_some() {
                return Err(ApiError::field("/stakeholder_id", "staff_only"));
            }
            group.then_some(permit.actor().organisation)
        }
    };
    if let Some(id) = organisation {
        let kind: Option<OrganisationKind> =
            organisations::table.find(id).select(organisations::kind).first(conn).optional()?;
        let kind = kind.ok_or_else(|| ApiError::field("/organisation_id", "unknown"))?;
        if !applies_as(new.applicant, kind) {
            return Err(ApiError::field("/applicant", "not_a_community_group"));
        }
    }
    Ok(organisation)
}

fn check_stakeholder(
    conn: &mut Conn,
    permit: &Permit<CreateGrantApplication>,
    programme: ProgrammeId,
    id: Option<StakeholderId>,
) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    match stakeholders::store::find(conn, &permit.also::<GetStakeholder>()?, id) {
        Ok(known) if known.programme_id == programme => Ok(()),
        Ok(_) | Err(ApiError::NotFound) => Err(ApiError::field("/stakeholder_id", "unknown")),
        Err(other) => Err(other),
    }
}

/// Who files an application.
#[derive(Clone, Copy)]
pub struct By {
    pub account: AccountId,
    pub on_paper: bool,
}

/// Writes a draft, whoever may begin it.
pub fn insert(
    conn: &mut Conn,
    call: &grant_calls::store::Row,
    new: &NewGrantApplication,
    organisation: Option<OrganisationId>,
    by: By,
    now: DateTime<Utc>,
) -> Result<GrantApplicationId> {
    let (title, name) = (new.title.trim(), new.applicant_name.trim());
    said("/title", title)?;
    said("/applicant_name", name)?;
    let path = path_within(conn, call.id, call.programme_id, new.place_id)?;
    let (id, at) = (GrantApplicationId::random(), Moment::from(now));
    let row = (
        (applications::id.eq(id), applications::call_id.eq(call.id), applications::programme_id.eq(call.programme_id)),
        (applications::place_id.eq(new.place_id), applications::place_path.eq(path)),
        (applications::applicant.eq(new.applicant), applications::applicant_name.eq(name)),
        (applications::organisation_id.eq(organisation), applications::stakeholder_id.eq(new.stakeholder_id)),
        (applications::filed_by.eq(by.account), applications::on_paper.eq(by.on_paper), applications::title.eq(title)),
        (applications::currency.eq(call.currency), applications::state.eq(GrantApplicationState::Draft)),
        (applications::words.eq(words(title, name)), applications::listed_at.eq(at)),
        (applications::created_at.eq(at), applications::updated_at.eq(at)),
    );
    diesel::insert_into(applications::table).values(row).execute(conn)?;
    search::add(conn, Kind::GrantApplication, id.as_str(), &words(title, name))?;
    let (made, party) = (GrantApplicationMove::Begin, GrantParty::Applicant);
    let step = Step { made, from: None, to: GrantApplicationState::Draft, party, note: None, answer_by: None };
    events::note(conn, id, &step, by.account, now)?;
    Ok(id)
}

/// The path of a place where the money of a call may be spent.
pub(super) fn path_within(
    conn: &mut Conn,
    call: GrantCallId,
    programme: ProgrammeId,
    place: PlaceId,
) -> Result<String> {
    let path = path_in(conn, programme, place)?;
    let inside = grant_calls::places(conn, call)?.iter().any(|(_, of_call)| path.starts_with(of_call.as_str()));
    if inside { Ok(path) } else { Err(ApiError::field("/place_id", "outside_call")) }
}
