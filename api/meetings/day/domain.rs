//! The rules of the day of a meeting. Pure: no database, no HTTP, no clock.
//!
//! `entry` says what an entry holds, `live` which of them stand, `chains` which belong together, `fold` what they come to.

mod chains;
mod entry;
mod fold;
mod live;
#[cfg(test)]
mod walks;
mod words;

pub use chains::{chains_of, places};
pub use entry::{Content, Entry, Fields, Note, Promise, content, fields_of, told_by_a_clock};
pub use fold::{DayState, ItemState, Noted, Promised, Running, SideState, fold};
pub use live::live;
pub use words::{DayEntryKind, DayNoteKind, DayOutcomeKind};

use crate::accounts::AccountId;
use crate::meetings::domain::MeetingState;

/// Entries that the day of a meeting holds.
pub const MOST: usize = 3000;

/// Why somebody can't write of the day: who leads the meeting does, from the morning of a confirmed meeting until its minutes
/// are put before the sides.
pub fn write(
    state: MeetingState,
    facilitator: AccountId,
    account: AccountId,
    dawned: bool,
) -> Result<(), &'static str> {
    match state {
        MeetingState::Confirmed if !dawned => return Err("not_begun_yet"),
        MeetingState::Confirmed | MeetingState::Held => {}
        MeetingState::MinutesDrafted | MeetingState::MinutesApproved | MeetingState::Closed => {
            return Err("day_closed");
        }
        MeetingState::Draft
        | MeetingState::AgendaOpen
        | MeetingState::Invited
        | MeetingState::Postponed
        | MeetingState::Cancelled => return Err("not_in_this_state"),
    }
    if account == facilitator { Ok(()) } else { Err("not_the_facilitator") }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn who_leads_the_meeting_writes_from_its_morning_until_the_minutes() {
        let (facilitator, other) = (AccountId::random(), AccountId::random());
        let may = |state, account, dawned| write(state, facilitator, account, dawned);
        for state in MeetingState::VARIANTS {
            let open = [MeetingState::Confirmed, MeetingState::Held].contains(state);
            assert_eq!(may(*state, facilitator, true).is_ok(), open, "{state}");
            assert!(may(*state, other, true).is_err(), "{state}");
        }
        assert_eq!(may(MeetingState::Confirmed, facilitator, false), Err("not_begun_yet"));
        assert_eq!(may(MeetingState::Confirmed, other, true), Err("not_the_facilitator"));
        assert_eq!(may(MeetingState::MinutesDrafted, facilitator, true), Err("day_closed"));
    }
}
