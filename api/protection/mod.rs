//! Looking after people who are at risk for having spoken. All of it is for protection focal points alone, also where the
//! case itself is on the normal track: nobody else learns that a question was answered, an alert raised, help asked for.
//!
//! What people wrote here is sealed, and in no search.

pub mod alerts;
pub mod check_ins;
pub mod focal_points;
pub mod policy;
mod reach;
pub mod referrals;
pub mod routes;

use crate::db::types::id;

id! {
    /// Something that a protection focal point should look at.
    AlertId
}

id! {
    /// A question whether anybody does a reporter harm.
    CheckInId
}

id! {
    /// Help asked for outside the programme.
    ReferralId
}
