//! Reading cases, within reach only.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::GrievanceId;
use super::clock::{Clock, ClockState};
use super::domain::{
    Category, Channel, Committee, Confidentiality, ConsentGiven, Facts, Maker, Sensitivity, Severity, Standing, State,
    Track,
};
use super::scope::within;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, Reporter};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::http::Version;
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::grievances;
use crate::sites::SiteId;

/// A case as the database holds it, without the sealed identity and the receipt's hash.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = grievances)]
pub struct Case {
    pub id: GrievanceId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub reference: String,
    pub state: State,
    pub track: Track,
    pub sensitivity: Sensitivity,
    pub confidentiality: Confidentiality,
    pub channel: Channel,
    pub language: Language,
    pub category: Option<Category>,
    pub severity: Option<Severity>,
    pub place_id: PlaceId,
    pub site_id: Option<SiteId>,
    pub respondent_id: Option<OrganisationId>,
    pub owner_id: Option<AccountId>,
    pub recorded_by: Option<AccountId>,
    pub consent: Option<String>,
    pub consent_given: Option<ConsentGiven>,
    pub narrative: String,
    pub wish: Option<String>,
    pub occurred_on: Option<NaiveDate>,
    pub summary: Option<String>,
    pub summary_author_id: Option<AccountId>,
    pub released_by: Option<AccountId>,
    pub released_at: Option<Moment>,
    pub escalation_level: i64,
    pub remedy: Option<String>,
    pub remedy_due_on: Option<NaiveDate>,
    pub proposed_at: Option<Moment>,
    pub confirmed_at: Option<Moment>,
    pub rating: Option<i64>,
    pub rating_comment: Option<String>,
    pub due_at: Option<Moment>,
    pub submitted_at: Moment,
    pub updated_at: Moment,
    pub clock: Option<ClockState>,
    pub due_clock: Option<Clock>,
    #[diesel(select_expression = grievances::reporter_sealed.is_not_null())]
    pub identity_sealed: bool,
}

impl Case {
    /// What the conditions of a move by `maker` look at.
    pub fn facts(&self, standing: Standing, committee: Committee, promises_open: bool, maker: Maker) -> Facts {
        Facts {
            state: self.state,
            track: self.track,
            accepted: self.severity.is_some(),
            has_site: self.site_id.is_some(),
            summary_author: self.summary_author_id,
            released: self.released_at.is_some(),
            level: self.escalation_level,
            confirmed: self.confirmed_at.is_some(),
            promises_open,
            due_at: self.due_at.map(Moment::utc),
            rated: self.rating.is_some(),
            extendable: self.due_clock == Some(Clock::Resolve),
            standing,
            committee,
            maker,
        }
    }
}

/// The case, if it is within the permit's reach; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: GrievanceId) -> Result<Case> {
    Ok(grievances::table
        .filter(grievances::id.eq(id))
        .filter(within(&permit.scope()?)?)
        .select(Case::as_select())
        .first(conn)?)
}

/// The references of those of the cases that are within the permit's reach.
pub fn references<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    mut cases: Vec<GrievanceId>,
) -> Result<HashMap<GrievanceId, String>> {
    cases.sort_unstable();
    cases.dedup();
    let rows: Vec<(GrievanceId, String)> = grievances::table
        .filter(grievances::id.eq_any(cases))
        .filter(within(&permit.scope()?)?)
        .select((grievances::id, grievances::reference))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Holds a case where it is until the transaction ends, unless it is on the protection track: whether it is not. One that goes
/// there at the same moment has gone before this, or goes after what the caller does, and takes it back.
pub(crate) fn keep_off_protection(conn: &mut Conn, case: GrievanceId) -> Result<bool> {
    let still = grievances::table.find(case).filter(grievances::track.ne(Track::Protection));
    let held = diesel::update(still).set(grievances::version.eq(grievances::version)).execute(conn)?;
    Ok(held == 1)
}

/// The reporter's own case.
pub fn find_own(conn: &mut Conn, reporter: &Reporter) -> Result<Case> {
    Ok(grievances::table.find(reporter.case()).select(Case::as_select()).first(conn)?)
}

/// A case that the caller has just changed, wherever it lies now.
pub(crate) fn reread(conn: &mut Conn, id: GrievanceId) -> Result<Case> {
    Ok(grievances::table.find(id).select(Case::as_select()).first(conn)?)
}
