//! What was done and said in a case, and who may read which of it.

use diesel::prelude::*;

use super::clock::Step;
use super::domain::{Author, Move, SharedWith, State};
use super::store::Case;
use super::view::{Event, Message};
use crate::accounts::AccountId;
use crate::db::types::Moment;
use crate::db::{Conn, on_engine};
use crate::directory::Directory;
use crate::error::Result;
use crate::schema::{grievance_events, grievance_messages};

#[derive(Queryable, Selectable)]
#[diesel(table_name = grievance_events)]
pub struct EventRow {
    pub at: Moment,
    pub made: Move,
    from_state: Option<State>,
    to_state: State,
    pub account_id: Option<AccountId>,
    note: Option<String>,
}

impl EventRow {
    /// As the clocks read it.
    pub fn step(&self) -> Step {
        Step { at: self.at.utc(), made: self.made, to: self.to_state }
    }

    pub fn for_staff(self, names: &Directory) -> Event {
        let by = names.person(self.account_id);
        Event { at: self.at.utc(), made: self.made, from: self.from_state, to: self.to_state, by, note: self.note }
    }

    pub fn plain(self) -> Event {
        Event { at: self.at.utc(), made: self.made, from: self.from_state, to: self.to_state, by: None, note: None }
    }

    /// What the reporter is told: not the programme's inner steps.
    pub fn is_reporters(&self) -> bool {
        match self.made {
            Move::Summarise
            | Move::Assess
            | Move::Assign
            | Move::AskClosing
            | Move::DropClosing
            | Move::Declare
            | Move::Protect => false,
            Move::Submit
            | Move::Acknowledge
            | Move::Accept
            | Move::FindIneligible
            | Move::Appeal
            | Move::UpholdAppeal
            | Move::DismissAppeal
            | Move::Refer
            | Move::RecordReply
            | Move::Release
            | Move::Investigate
            | Move::Ask
            | Move::Answer
            | Move::Reply
            | Move::Resume
            | Move::Propose
            | Move::Agree
            | Move::RecordAgreement
            | Move::Contest
            | Move::Escalate
            | Move::AppointCommittee
            | Move::ConfirmClosing
            | Move::Confirm
            | Move::Resolve
            | Move::Withdraw
            | Move::MarkDuplicate
            | Move::Extend
            | Move::Rate
            | Move::RateAgain
            | Move::Reopen => true,
        }
    }

    /// What respondents are told: neither the programme's inner steps nor what it asks of the reporter alone.
    pub fn is_respondents(&self) -> bool {
        match self.made {
            Move::Summarise
            | Move::Assess
            | Move::Extend
            | Move::Assign
            | Move::AskClosing
            | Move::DropClosing
            | Move::Protect
            | Move::Declare
            | Move::RecordReply
            | Move::Rate
            | Move::RateAgain => false,
            Move::Submit
            | Move::Acknowledge
            | Move::Accept
            | Move::FindIneligible
            | Move::Appeal
            | Move::UpholdAppeal
            | Move::DismissAppeal
            | Move::Refer
            | Move::Release
            | Move::Investigate
            | Move::Ask
            | Move::Answer
            | Move::Reply
            | Move::Resume
            | Move::Propose
            | Move::Agree
            | Move::RecordAgreement
            | Move::Contest
            | Move::Escalate
            | Move::AppointCommittee
            | Move::ConfirmClosing
            | Move::Confirm
            | Move::Resolve
            | Move::Withdraw
            | Move::MarkDuplicate
            | Move::Reopen => true,
        }
    }
}

/// The steps of a case, in order.
pub fn events(conn: &mut Conn, case: &Case) -> Result<Vec<EventRow>> {
    Ok(on_engine!(conn, conn => grievance_events::table
        .filter(grievance_events::grievance_id.eq(case.id))
        .order((grievance_events::at, grievance_events::id))
        .select(EventRow::as_select())
        .load(conn))?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = grievance_messages)]
pub struct MessageRow {
    id: String,
    at: Moment,
    author: Author,
    pub account_id: Option<AccountId>,
    shared_with: SharedWith,
    body: String,
}

impl MessageRow {
    pub fn for_staff(self, names: &Directory) -> Message {
        let by = names.person(self.account_id);
        let shared_with = Some(self.shared_with);
        Message { id: self.id, at: self.at.utc(), from: self.author, by, shared_with, body: self.body }
    }

    pub fn plain(self) -> Message {
        Message { id: self.id, at: self.at.utc(), from: self.author, by: None, shared_with: None, body: self.body }
    }

    pub fn is_respondents(&self) -> bool {
        match (self.author, self.shared_with) {
            (Author::Respondent, _) | (Author::Programme, SharedWith::Respondent) => true,
            (Author::Reporter, _) | (Author::Programme, SharedWith::Reporter | SharedWith::Programme) => false,
        }
    }

    pub fn is_reporters(&self) -> bool {
        match (self.author, self.shared_with) {
            (Author::Reporter, _) | (Author::Programme, SharedWith::Reporter) => true,
            (Author::Respondent, _) | (Author::Programme, SharedWith::Respondent | SharedWith::Programme) => false,
        }
    }
}

/// The messages of a case, in order.
pub fn messages(conn: &mut Conn, case: &Case) -> Result<Vec<MessageRow>> {
    Ok(on_engine!(conn, conn => grievance_messages::table
        .filter(grievance_messages::grievance_id.eq(case.id))
        .order((grievance_messages::at, grievance_messages::id))
        .select(MessageRow::as_select())
        .load(conn))?)
}
