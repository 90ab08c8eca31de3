//! The closed lists of focus groups.

use crate::db::types::words;

words! {
    /// Who was asked to come.
    FocusGroupKind { Women, Youth, Elders, Herders, Workers, Mixed }
}

words! {
    FocusGroupState {
        Planned,
        /// The people know what it is for, and agreed.
        Consented,
        Held,
        /// What was said has been made into impacts.
        Coded,
        /// The people heard what was made of their words, and put it right.
        Validated,
        Published,
        Cancelled,
    }
}

words! {
    /// What is done with a focus group.
    FocusGroupMove {
        Change, Consent, RecordGuardians, CountAttendance, WriteNotes, KeepParticipants, Hold, Code, FinishCoding, ReopenCoding,
        Validate, Publish, Cancel,
    }
}

words! {
    /// What happened to a focus group.
    FocusGroupEventKind {
        Planned, Changed, Consented, GuardiansAgreed, AttendanceCounted, NotesWritten, Held, Coded, CodingReopened, Validated,
        Published, Cancelled, ParticipantAdded, ParticipantWithdrew, ParticipantsOpened,
        PassageCoded, PassageUncoded,
    }
}
