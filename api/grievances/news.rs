//! Who is told of a step in a case: whoever looks after it, of what others do.

use chrono::{DateTime, Utc};

use super::committee;
use super::domain::Move;
use super::staff::looks_after;
use super::store::Case;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::error::Result;
use crate::notifications::{Kind, Subject, tell};

/// Tells of a move that was made; `case` is as the move left it.
pub fn of_move(
    conn: &mut Conn,
    case: &Case,
    made: Move,
    by: Option<AccountId>,
    owner_before: Option<AccountId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(owner) = case.owner_id.filter(|_| case.owner_id != owner_before && case.owner_id != by) {
        tell(conn, &[owner], Kind::CaseAssigned, Subject::Case(case.id), now)?;
    }
    if made == Move::AppointCommittee {
        let members = committee::undeclared(conn, case.id)?;
        tell(conn, &members, Kind::SeatInCommittee, Subject::Case(case.id), now)?;
    }
    match kind_of(made) {
        Some(kind) => of(conn, case, kind, by, now),
        None => Ok(()),
    }
}

/// Tells whoever looks after a case, except who did it.
pub fn of(conn: &mut Conn, case: &Case, kind: Kind, by: Option<AccountId>, now: DateTime<Utc>) -> Result<()> {
    let mut told = looks_after(conn, case)?;
    told.retain(|account| Some(*account) != by);
    tell(conn, &told, kind, Subject::Case(case.id), now)
}

/// What a move is told as; of the programme's own moves only what asks something of others.
fn kind_of(made: Move) -> Option<Kind> {
    match made {
        Move::Answer => Some(Kind::RespondentAnswered),
        Move::Reply => Some(Kind::ReporterWrote),
        Move::Agree | Move::RecordAgreement => Some(Kind::ProposalAgreed),
        Move::Contest => Some(Kind::ProposalContested),
        Move::Confirm => Some(Kind::RemedyConfirmed),
        Move::Appeal => Some(Kind::CaseAppealed),
        Move::Withdraw => Some(Kind::CaseWithdrawn),
        Move::Reopen => Some(Kind::CaseReopened),
        // Somebody else has to look at it.
        Move::AskClosing => Some(Kind::ClosingAsked),
        Move::Declare => Some(Kind::InterestsDeclared),
        Move::Submit
        | Move::Acknowledge
        | Move::Accept
        | Move::FindIneligible
        | Move::UpholdAppeal
        | Move::DismissAppeal
        | Move::Refer
        | Move::RecordReply
        | Move::Summarise
        | Move::Release
        | Move::Investigate
        | Move::Ask
        | Move::Resume
        | Move::Propose
        | Move::Escalate
        | Move::AppointCommittee
        | Move::DropClosing
        | Move::ConfirmClosing
        | Move::Resolve
        | Move::MarkDuplicate
        | Move::Protect
        | Move::Assess
        | Move::Extend
        | Move::Assign
        | Move::Rate
        | Move::RateAgain => None,
    }
}
