//! What may be done with a case now: what the web app's buttons are drawn from.

use chrono::{DateTime, Utc};

use super::beside::Beside;
use super::domain::{Maker, check};
use super::policy;
use super::store::Case;
use crate::authn::{Actor, Credential};

/// The operations that an actor may call on a case now.
pub fn of(case: &Case, beside: &Beside, actor: &Actor, now: DateTime<Utc>) -> Vec<&'static str> {
    let account = match actor.credential {
        Credential::Session { account, session: _ } => Some(account),
        Credential::Key(_) => None,
    };
    let facts = beside.facts(case, Maker { account, role: Some(actor.role) });
    policy::MOVES
        .iter()
        .filter(|(made, _, reach)| !reach(actor.role).is_nothing() && check(*made, &facts, now).is_ok())
        .map(|(_, operation, _)| *operation)
        .chain(
            policy::ALWAYS.iter().filter(|(_, reach)| !reach(actor.role).is_nothing()).map(|(operation, _)| *operation),
        )
        .collect()
}

/// The operations that the reporter may call on the case now.
pub fn own(case: &Case, beside: &Beside, now: DateTime<Utc>) -> Vec<&'static str> {
    let facts = beside.facts(case, Maker::REPORTER);
    policy::REPORTERS_MOVES
        .iter()
        .filter(|(made, _)| check(*made, &facts, now).is_ok())
        .map(|(_, operation)| *operation)
        .chain(case.state.is_open().then_some(["message_my_case", "attach_my_case"]).into_iter().flatten())
        .collect()
}
