//! Why an alert is raised. Pure.

use crate::db::types::words;

words! {
    /// What worries.
    AlertKind {
        /// Of a reporter, to the question whether anybody does them harm.
        WorryingAnswer,
        /// To that question.
        Silence,
        /// A reporter withdrew, and said that somebody pressed them.
        PressedToWithdraw,
    }
}

/// What may be done with an alert.
pub fn actions(is_handled: bool) -> &'static [&'static str] {
    if is_handled { &[] } else { &["handle_protection_alert"] }
}
