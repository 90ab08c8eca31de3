//! The named rules of the schema that a request can run into.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};

/// A rule that the database upheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    AccountEmail,
    PlaceCode,
    HolidayDay,
    LicenceNumber,
    IdempotencyKey,
    SavedFilterName,
    /// Two ballots of one participant.
    ImpactBallot,
    /// Two first feeds of one account at the same moment.
    CalendarFeed,
    /// What was noted on the day of a meeting, recorded as two promises.
    NotedPromise,
    /// Two cases that drew one number at the same moment.
    GrievanceReference,
    /// A row that others refer to, or a reference to a row that is not there.
    Reference,
}

/// Each unique rule: the name PostgreSQL gives, and what SQLite says instead of a name.
const UNIQUE: &[(&str, &str, Constraint)] = &[
    ("accounts_email_key", "accounts.email", Constraint::AccountEmail),
    ("places_code_key", "places.code", Constraint::PlaceCode),
    ("places_path_key", "places.path", Constraint::PlaceCode),
    ("holidays_pkey", "holidays.day", Constraint::HolidayDay),
    ("sites_licence_number_key", "sites.licence_number", Constraint::LicenceNumber),
    ("saved_filters_account_id_name_key", "saved_filters.account_id, saved_filters.name", Constraint::SavedFilterName),
    ("grievances_reference_key", "grievances.reference", Constraint::GrievanceReference),
    ("calendar_feeds_pkey", "calendar_feeds.account_id", Constraint::CalendarFeed),
    ("impact_ballots_pkey", "impact_ballots.round_id, impact_ballots.voter", Constraint::ImpactBallot),
    ("commitments_meeting_entry_idx", "commitments.meeting_id, commitments.meeting_entry_id", Constraint::NotedPromise),
    ("idempotency_keys_pkey", "idempotency_keys.key_hash", Constraint::IdempotencyKey),
];

/// Which rule an error broke; `None` for what is not a rule of ours.
pub fn broken_by(error: &Error) -> Option<Constraint> {
    let Error::DatabaseError(kind, info) = error else { return None };
    if matches!(kind, DatabaseErrorKind::UniqueViolation) {
        unique(info.as_ref())
    } else {
        matches!(kind, DatabaseErrorKind::ForeignKeyViolation).then_some(Constraint::Reference)
    }
}

fn unique(info: &dyn DatabaseErrorInformation) -> Option<Constraint> {
    UNIQUE
        .iter()
        .find(|(name, column, _)| info.constraint_name() == Some(name) || info.message().ends_with(column))
        .map(|(_, _, constraint)| *constraint)
}
