//! What an entry may be about, and whose business it is.

use diesel::prelude::*;

use super::store::Subject;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::programmes::ProgrammeId;
use crate::schema::{
    account_programmes, agreements, assemblies, commitments, engagements, exports, focus_groups, grant_applications,
    grant_calls, grievances, impact_rounds, impacts, mandates, meetings, protection_alerts, protection_referrals,
    stakeholder_imports, stakeholder_relationships, stakeholders,
};

/// Kinds of subject that are about no case: administrators read these entries, and none but these.
pub const OFFICE: &[&str] = &[
    "account",
    "api_key",
    "backup",
    "calendar_feed",
    "holiday",
    "invitation",
    "letter_template",
    "mail",
    "organisation",
    "paper_batch",
    "paper_sheet",
    "place",
    "programme",
    "saved_filter",
    "session",
    "site",
];
/// Kinds of subject that are about cases and the people around them: the protection focal points of their programme read these entries.
pub const CASE: &[&str] = &[
    "agreement",
    "assembly",
    "commitment",
    "engagement",
    "export",
    "focus_group",
    "grant_application",
    "grant_call",
    "grievance",
    "grievances_of_programme",
    "mandate",
    "meeting",
    "impact",
    "impact_round",
    "protection_alert",
    "protection_referral",
    "relationship",
    "stakeholder",
    "stakeholder_import",
];

/// The programme of the cases that a subject is about; `None` for what is about no case.
///
/// A kind that nobody has classified is refused: an administrator must not come to read of a case because somebody
/// forgot to say what a word means.
pub fn programme_of(conn: &mut Conn, Subject { kind, id }: &Subject) -> Result<Option<ProgrammeId>> {
    if OFFICE.contains(kind) {
        return Ok(None);
    }
    let programme: ProgrammeId = match *kind {
        "engagement" => {
            engagements::table.filter(engagements::id.eq(id)).select(engagements::programme_id).first(conn)?
        }
        // A list can be of several programmes; nearly everybody has one.
        "export" => exports::table
            .inner_join(account_programmes::table.on(account_programmes::account_id.eq(exports::account_id)))
            .filter(exports::id.eq(id))
            .order(account_programmes::programme_id)
            .select(account_programmes::programme_id)
            .first(conn)?,
        "assembly" => assemblies::table.filter(assemblies::id.eq(id)).select(assemblies::programme_id).first(conn)?,
        "agreement" => agreements::table.filter(agreements::id.eq(id)).select(agreements::programme_id).first(conn)?,
        "commitment" => {
            commitments::table.filter(commitments::id.eq(id)).select(commitments::programme_id).first(conn)?
        }
        "focus_group" => {
            focus_groups::table.filter(focus_groups::id.eq(id)).select(focus_groups::programme_id).first(conn)?
        }
        "grant_application" => grant_applications::table
            .filter(grant_applications::id.eq(id))
            .select(grant_applications::programme_id)
            .first(conn)?,
        "grant_call" => {
            grant_calls::table.filter(grant_calls::id.eq(id)).select(grant_calls::programme_id).first(conn)?
        }
        "grievance" => grievances::table.filter(grievances::id.eq(id)).select(grievances::programme_id).first(conn)?,
        "grievances_of_programme" => id.parse().map_err(|_| ApiError::Internal)?,
        "meeting" => meetings::table.filter(meetings::id.eq(id)).select(meetings::programme_id).first(conn)?,
        "mandate" => mandates::table.filter(mandates::id.eq(id)).select(mandates::programme_id).first(conn)?,
        "impact" => impacts::table.filter(impacts::id.eq(id)).select(impacts::programme_id).first(conn)?,
        "impact_round" => {
            impact_rounds::table.filter(impact_rounds::id.eq(id)).select(impact_rounds::programme_id).first(conn)?
        }
        "protection_alert" => protection_alerts::table
            .filter(protection_alerts::id.eq(id))
            .select(protection_alerts::programme_id)
            .first(conn)?,
        "protection_referral" => protection_referrals::table
            .filter(protection_referrals::id.eq(id))
            .select(protection_referrals::programme_id)
            .first(conn)?,
        "relationship" => stakeholder_relationships::table
            .filter(stakeholder_relationships::id.eq(id))
            .select(stakeholder_relationships::programme_id)
            .first(conn)?,
        "stakeholder" => {
            stakeholders::table.filter(stakeholders::id.eq(id)).select(stakeholders::programme_id).first(conn)?
        }
        "stakeholder_import" => stakeholder_imports::table
            .filter(stakeholder_imports::id.eq(id))
            .select(stakeholder_imports::programme_id)
            .first(conn)?,
        unknown => {
            log::error!(kind = unknown; "the audit trail does not know this kind of subject");
            return Err(ApiError::Internal);
        }
    };
    Ok(Some(programme))
}
