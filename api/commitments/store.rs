//! Reading commitments, within reach only, and recording new ones.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{
    CommitmentMove, CommitmentParty, CommitmentSide, CommitmentState, Maker, party, refused_days, side_of,
};
use super::events::{self, Step, Told};
use super::input::NewCommitment;
use super::policy::CreateCommitment;
use super::scope::{not_protected, within};
use super::{CommitmentId, at_meeting};
use crate::accounts::AccountId;
use crate::agreements::policy::GetAgreement;
use crate::agreements::{self, AgreementId};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::search::{self, Kind, normalise};
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::grievances::domain::Track;
use crate::grievances::policy::GetGrievance;
use crate::grievances::store::Case;
use crate::grievances::{self, GrievanceId};
use crate::http::Version;
use crate::http::body::said;
use crate::impacts::store::{company_of, path_in};
use crate::meetings::MeetingId;
use crate::organisations::{OrganisationId, OrganisationKind};
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{agreements as accords, commitments, organisations};
use crate::sites::SiteId;

/// A commitment as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = commitments)]
pub struct Row {
    pub id: CommitmentId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub what: String,
    pub organisation_id: OrganisationId,
    pub side: CommitmentSide,
    pub place_id: PlaceId,
    pub place_path: String,
    pub site_id: Option<SiteId>,
    pub grievance_id: Option<GrievanceId>,
    pub agreement_id: Option<AgreementId>,
    pub meeting_id: Option<MeetingId>,
    pub made_on: NaiveDate,
    pub due_on: NaiveDate,
    pub first_due_on: NaiveDate,
    pub state: CommitmentState,
    pub done_on: Option<NaiveDate>,
    pub reported_by: Option<AccountId>,
    pub published: bool,
    pub public_text: Option<String>,
    pub created_at: Moment,
    pub updated_at: Moment,
}

/// The commitment, if within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: CommitmentId) -> Result<Row> {
    Ok(commitments::table
        .filter(commitments::id.eq(id))
        .filter(within(permit)?)
        .select(Row::as_select())
        .first(conn)?)
}

/// The last days of those of the commitments that are within reach.
pub fn due_days<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<CommitmentId>,
) -> Result<HashMap<CommitmentId, NaiveDate>> {
    let rows: Vec<(CommitmentId, NaiveDate)> = commitments::table
        .filter(commitments::id.eq_any(ids))
        .filter(within(permit)?)
        .select((commitments::id, commitments::due_on))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The cases that a commitment belongs to, wherever it is: its own, and that of its agreement.
pub fn cases_of(conn: &mut Conn, id: CommitmentId) -> Result<Vec<GrievanceId>> {
    let (own, agreed): (Option<GrievanceId>, Option<GrievanceId>) = commitments::table
        .left_join(accords::table.on(accords::id.nullable().eq(commitments::agreement_id)))
        .filter(commitments::id.eq(id))
        .select((commitments::grievance_id, accords::grievance_id.nullable()))
        .first(conn)?;
    Ok(own.into_iter().chain(agreed).collect())
}

/// Whether a commitment, wherever it is, belongs to a case on the protection track.
pub fn is_protected(conn: &mut Conn, id: CommitmentId) -> Result<bool> {
    let open: i64 = commitments::table.find(id).filter(not_protected()).count().get_result(conn)?;
    Ok(open == 0)
}

/// What was promised, of those of the commitments that are within reach.
pub fn promised<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<CommitmentId>,
) -> Result<HashMap<CommitmentId, String>> {
    let rows: Vec<(CommitmentId, String)> = commitments::table
        .filter(commitments::id.eq_any(ids))
        .filter(within(permit)?)
        .select((commitments::id, commitments::what))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Those of the cases to which something is still owed, or was not found kept yet. What was dropped is owed no more.
pub fn open_of_cases(conn: &mut Conn, cases: &[GrievanceId]) -> Result<HashSet<GrievanceId>> {
    if cases.is_empty() {
        return Ok(HashSet::new());
    }
    let open = [CommitmentState::Open, CommitmentState::InProgress, CommitmentState::ReportedDone];
    let found: Vec<GrievanceId> = commitments::table
        .filter(commitments::grievance_id.eq_any(cases.to_vec()))
        .filter(commitments::state.eq_any(open))
        .select(commitments::grievance_id.assume_not_null())
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Records a promise in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateCommitment>,
    new: &NewCommitment,
    now: DateTime<Utc>,
) -> Result<Row> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    if let Some(case) = new.grievance_id {
        let case = check_case(conn, permit, new.programme_id, case)?;
        check_near(conn, new.place_id, case.place_id)?;
    }
    if let Some(agreement) = new.agreement_id {
        check_agreement(conn, permit, new.programme_id, agreement)?;
    }
    at_meeting::check(conn, permit, new)?;
    let maker = maker(permit)?;
    let party = party(new.organisation_id, &maker).unwrap_or(CommitmentParty::Programme);
    let id = insert(conn, new, party, maker.account, now)?;
    find(conn, permit, id)
}

/// Who makes a move by a permit.
pub fn maker<A: Action>(permit: &Permit<A>) -> Result<Maker> {
    Ok(Maker { account: permit.account()?, organisation: permit.actor().organisation, role: permit.role() })
}

/// Refuses a case that the caller does not reach, one of another programme, one of the protection track, which others must
/// not come to know of, and one that is over.
pub(crate) fn check_case<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    programme: ProgrammeId,
    case: GrievanceId,
) -> Result<Case> {
    let refused = |code| Err(ApiError::field("/grievance_id", code));
    let case = match grievances::store::find(conn, &permit.also::<GetGrievance>()?, case) {
        Err(ApiError::NotFound) => return refused("unknown"),
        found => found?,
    };
    if case.programme_id != programme {
        return refused("unknown");
    }
    match case.track {
        Track::Normal if !case.state.is_open() => refused("case_ended"),
        Track::Normal if grievances::store::keep_off_protection(conn, case.id)? => Ok(case),
        Track::Normal | Track::Protection => refused("on_the_protection_track"),
    }
}

/// Refuses an agreement that the caller does not reach, one of another programme, and one that belongs to a case on the protection
/// track, also if it goes there at this moment.
fn check_agreement(
    conn: &mut Conn,
    permit: &Permit<CreateCommitment>,
    programme: ProgrammeId,
    agreement: AgreementId,
) -> Result<()> {
    let unknown = || ApiError::field("/agreement_id", "unknown");
    let case = match agreements::store::find(conn, &permit.also::<GetAgreement>()?, agreement) {
        Ok(found) if found.programme_id == programme => found.grievance_id,
        Ok(_) | Err(ApiError::NotFound) => return Err(unknown()),
        Err(other) => return Err(other),
    };
    match case.map_or(Ok(true), |case| grievances::store::keep_off_protection(conn, case))? {
        true => Ok(()),
        false => Err(ApiError::field("/agreement_id", "on_the_protection_track")),
    }
}

/// Refuses a promise to people far from the case that it settles: who reaches the one would not reach the other.
fn check_near(conn: &mut Conn, place: PlaceId, of_case: PlaceId) -> Result<()> {
    let names = directory(conn)?;
    let path = names.path(place).ok_or_else(|| ApiError::field("/place_id", "unknown"))?;
    let case = names.path(of_case).ok_or(ApiError::Internal)?;
    let near = path.starts_with(case) || case.starts_with(path);
    if near { Ok(()) } else { Err(ApiError::field("/place_id", "far_from_the_case")) }
}

/// Writes a promise, whoever may record it.
pub fn insert(
    conn: &mut Conn,
    new: &NewCommitment,
    party: CommitmentParty,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<CommitmentId> {
    let (id, at, today) = (CommitmentId::at(now), Moment::from(now), day_of(now));
    let what = new.what.trim();
    said("/what", what)?;
    let made_on = new.made_on.unwrap_or(today);
    refused_days(made_on, new.due_on, today).map_or(Ok(()), |(field, code)| Err(ApiError::field(field, code)))?;
    let path = path_in(conn, new.programme_id, new.place_id)?;
    let side = check_owner(conn, new, &path)?;
    let row = (
        (commitments::id.eq(id), commitments::programme_id.eq(new.programme_id), commitments::what.eq(what)),
        (commitments::organisation_id.eq(new.organisation_id), commitments::side.eq(side)),
        (commitments::place_id.eq(new.place_id), commitments::place_path.eq(path)),
        (commitments::site_id.eq(new.site_id), commitments::grievance_id.eq(new.grievance_id)),
        commitments::agreement_id.eq(new.agreement_id),
        (commitments::meeting_id.eq(new.meeting_id), commitments::meeting_entry_id.eq(new.meeting_entry_id)),
        (commitments::made_on.eq(made_on), commitments::due_on.eq(new.due_on)),
        (commitments::first_due_on.eq(new.due_on), commitments::state.eq(CommitmentState::Open)),
        (commitments::words.eq(normalise(what)), commitments::created_by.eq(by)),
        (commitments::created_at.eq(at), commitments::updated_at.eq(at)),
    );
    diesel::insert_into(commitments::table).values(row).execute(conn)?;
    search::add(conn, Kind::Commitment, id.as_str(), what)?;
    let (made, to) = (CommitmentMove::Make, CommitmentState::Open);
    events::note(conn, id, &Step { made, from: None, to, party, told: Told::default() }, by, now)?;
    Ok(id)
}

/// The side of who is to owe it, if such an organisation can promise this.
fn check_owner(conn: &mut Conn, new: &NewCommitment, path: &str) -> Result<CommitmentSide> {
    let found: Option<(OrganisationKind, Option<PlaceId>)> = organisations::table
        .find(new.organisation_id)
        .select((organisations::kind, organisations::territory_id))
        .first(conn)
        .optional()?;
    let (kind, territory) = found.ok_or_else(|| ApiError::field("/organisation_id", "unknown"))?;
    let side = side_of(kind).ok_or_else(|| ApiError::field("/organisation_id", "promises_nothing"))?;
    let company = company_of(conn, new.site_id)?;
    match side {
        CommitmentSide::Company if company.is_some_and(|company| company != new.organisation_id) => {
            Err(ApiError::field("/site_id", "of_another_company"))
        }
        CommitmentSide::Authority => {
            let names = directory(conn)?;
            let inside = territory.and_then(|place| names.path(place)).is_some_and(|own| path.starts_with(own));
            if inside { Ok(side) } else { Err(ApiError::field("/place_id", "outside_territory")) }
        }
        CommitmentSide::Company | CommitmentSide::Community | CommitmentSide::Programme => Ok(side),
    }
}
