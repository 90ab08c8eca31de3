//! The rules of exports. Pure.

use chrono::TimeDelta;

use crate::db::types::words;

words! {
    /// What kind of file.
    Format { Csv, Xlsx }
}

words! {
    /// Which list a file is of.
    ExportedList { Grievances, Stakeholders, GrantApplications }
}

words! {
    /// How far an export has come.
    ExportState {
        /// For others, which were asked for before.
        Waiting,
        Running,
        Ready,
        /// It broke off, and can be asked for anew.
        Failed,
    }
}

impl ExportState {
    pub fn is_unfinished(self) -> bool {
        match self {
            Self::Waiting | Self::Running => true,
            Self::Ready | Self::Failed => false,
        }
    }
}

/// Rows of a file, at most: of a longer list, it holds the first.
pub const MOST_ROWS: i64 = 100_000;
/// So long a file is kept.
pub const KEPT: TimeDelta = TimeDelta::days(1);
/// Exports of one account that may wait or run at a time.
pub const MOST_UNFINISHED: i64 = 3;
/// Exports that an account may have.
pub const MOST_KEPT: i64 = 20;
/// A running export that has not been heard of for so long ended with its server.
pub const LOST_AFTER: TimeDelta = TimeDelta::minutes(5);
/// One that waits has others before it, each of which takes seconds.
pub const FORGOTTEN_AFTER: TimeDelta = TimeDelta::hours(1);
