//! The rules of meetings. Pure: no database, no HTTP, no clock.
//!
//! `machine` is the table of the moves and of who makes them; `agenda` says who proposes and decides what is spoken of;
//! `times` says when a meeting can be, and with which other it collides.

mod agenda;
mod guests;
mod machine;
mod times;
#[cfg(test)]
mod walks;
mod words;

pub use agenda::{AgendaMove, Item, decide, propose};
pub use guests::{answer, invite, side_of, side_of_role};
pub use machine::{Facts, MOVES, Maker, check, is_open, is_told_of_changes};
pub use times::{LONGEST, Span, overlap, refused_span};
pub use words::{
    AgendaItemKind, AgendaItemState, MeetingAnswer, MeetingKind, MeetingMove, MeetingSide, MeetingSort, MeetingState,
    MeetingVisibility, MeetingWarningKind,
};
