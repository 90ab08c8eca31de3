//! The rows of a case that was not played.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::db::types::Moment;
use crate::grievances::GrievanceId;
use crate::grievances::clock::ClockColumns;
use crate::grievances::domain::{Category, Channel, Confidentiality, Move, Sensitivity, Severity, State, Track};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{grievance_events, grievance_standings, grievances};
use crate::sites::SiteId;

/// NULL and not the column's default where there is no value: so one prepared statement serves all rows.
#[derive(Insertable)]
#[diesel(table_name = grievances, treat_none_as_default_value = false)]
pub struct CaseRow<'a> {
    pub id: GrievanceId,
    pub programme_id: ProgrammeId,
    pub reference: String,
    pub receipt_hash: String,
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
    pub consent: Option<&'a str>,
    pub shared_with_community: bool,
    pub narrative: String,
    pub wish: Option<&'a str>,
    pub occurred_on: Option<NaiveDate>,
    pub summary: Option<&'a str>,
    pub summary_author_id: Option<AccountId>,
    pub released_by: Option<AccountId>,
    pub released_at: Option<Moment>,
    pub remedy: Option<&'a str>,
    pub remedy_due_on: Option<NaiveDate>,
    pub proposed_at: Option<Moment>,
    pub confirmed_at: Option<Moment>,
    pub rating: Option<i64>,
    pub rating_comment: Option<&'a str>,
    #[diesel(embed)]
    pub clock: ClockColumns,
    pub submitted_at: Moment,
    pub updated_at: Moment,
}

#[derive(Insertable)]
#[diesel(table_name = grievance_events, treat_none_as_default_value = false)]
pub struct EventRow {
    pub id: GrievanceId,
    pub grievance_id: GrievanceId,
    pub at: Moment,
    pub made: Move,
    pub from_state: Option<State>,
    pub to_state: State,
    pub account_id: Option<AccountId>,
}

/// Of a case that ended.
#[derive(Insertable)]
#[diesel(table_name = grievance_standings, treat_none_as_default_value = false)]
pub struct StandingRow {
    pub grievance_id: GrievanceId,
    pub ended_at: Moment,
    pub rated_again: bool,
}
