//! The rules of imports. Pure.

use chrono::TimeDelta;

use crate::db::types::words;

words! {
    /// How far an import has come.
    ImportState {
        /// It is being looked through.
        Checking,
        /// It waits for a decision.
        Checked,
        Running,
        Done,
        /// It can't be read, or broke off. Nothing was recorded.
        Failed,
    }
}

words! {
    /// Why a file can't be read in.
    ImportProblem {
        /// Not even one row under the headings.
        NoRows,
        /// More than 50,000.
        TooManyRows,
        /// More than 200.
        TooManyColumns,
        /// It unpacks to far more than a table of so many rows.
        ArchiveBomb,
        UnreadableDocument,
        /// It ended with its server; send the file again.
        BrokeOff,
    }
}

words! {
    /// What a column holds.
    ImportField {
        Name, Surname, GivenName, Patronymic, Kind, Category, Position, Place, PlaceCode, Organisation, Sex, BirthYear,
        AgeBand, Languages, Tags, Phone, Email, Address, Influence, Interest, Stance, AssessmentReason, Consent,
        ConsentPurpose, ConsentForm, ConsentGivenOn,
    }
}

words! {
    /// What is done with a row that may be somebody who is known.
    DuplicateDecision {
        /// The row is left out.
        Skip,
        /// What the row says is put in place of what is recorded. A row that is twice in the file is left out.
        Update,
        /// The row is somebody else.
        Add,
    }
}

/// Rows of a file, at most.
pub const MOST_ROWS: usize = 50_000;
/// Columns of a file, at most.
pub const MOST_COLUMNS: usize = 200;
/// Errors that are listed, at most; they are counted beyond.
pub const MOST_LISTED: usize = 10_000;
/// So long a file waits for a decision, and what became of it is told.
pub const KEPT: TimeDelta = TimeDelta::days(1);
/// Imports that an account may have.
pub const MOST_KEPT: i64 = 20;
/// One that has not been heard of for so long ended with its server.
pub const LOST_AFTER: TimeDelta = TimeDelta::minutes(10);
