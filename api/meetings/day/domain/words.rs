//! The closed lists of words about the day of a meeting.

use crate::db::types::words;

words! {
    /// What an entry of the day says.
    DayEntryKind {
        /// An item of the agenda is spoken of from now on.
        OpenItem,
        /// Nothing is spoken of: the clock of the item stops.
        Pause,
        /// People came.
        Came,
        /// Somebody took a turn to speak.
        Spoke,
        /// What a side wants.
        Position,
        /// Why it wants that.
        Interest,
        /// What could be done.
        Option,
        Decision,
        /// What somebody promised; it becomes a promise once it is recorded as one.
        Promise,
        /// What another entry said is not so, and nothing stands in its place.
        Withdraw,
    }
}

words! {
    /// What words noted at a meeting are.
    DayNoteKind { Position, Interest, Option, Decision }
}

words! {
    /// What became of an entry that was sent.
    DayOutcomeKind {
        Taken,
        /// The same entry is there.
        AlreadyThere,
        Refused,
    }
}
