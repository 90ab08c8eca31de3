//! What the server does by itself: reminders, deletions, whatever no request asks for.
//!
//! A chore is a function of the system and the time, run again and again while the server serves. Of several instances
//! on one database the one that takes the chore's lease does it. An instance that dies in the middle leaves its lease to
//! run out, and the chore is done again: so each chore can bear to be done twice.

mod lease;
mod rounds;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use chrono::{DateTime, Utc};

pub use rounds::{Keeper, round};

use crate::app::System;
use crate::error::Result;
use crate::protection::check_ins;
use crate::stakeholders::likeness;
use crate::{commitments, erasures, exports, figures, grievances, mail, meetings, notifications, stakeholder_imports};

/// Something to be done again and again. Long work is cut into several transactions, so that others get their turn.
pub struct Chore {
    pub name: &'static str,
    /// From one time to the next, if it goes well.
    pub every: Duration,
    pub run: fn(&System, DateTime<Utc>) -> Work<'_>,
}

pub type Work<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// All of them.
pub const CHORES: &[Chore] = &[
    grievances::clock::CHORE,
    notifications::forget::CHORE,
    commitments::remind::CHORE,
    meetings::remind::CHORE,
    check_ins::chore::CHORE,
    figures::chore::CHORE,
    erasures::sweep::CHORE,
    exports::CHORE,
    mail::CHORE,
    stakeholder_imports::CHORE,
    likeness::chore::CHORE,
];
