//! What moves do besides changing the state, where one case and many are moved alike.

use super::moves::{Change, Message, Step};
use super::staff;
use super::store::Case;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::Result;

/// Tells the reporter that the case was read, with a word if there is one.
pub fn acknowledge(message: Option<String>) -> Step {
    Step { message: message.map(Message::to_reporter), ..Step::default() }
}

/// Gives the case to somebody of its programme, or to nobody.
pub fn assign(conn: &mut Conn, case: &Case, owner: Option<AccountId>) -> Result<Step> {
    if let Some(owner) = owner {
        staff::works_in(conn, owner, case.programme_id)?;
    }
    Ok(Step { change: Change { owner_id: Some(owner), ..Change::default() }, ..Step::default() })
}
