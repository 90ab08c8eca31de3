//! The moves of an agreement, and what each leaves behind.

use crate::db::types::words;

words! {
    AgreementState { Draft, OpenForSignature, InForce, Ended }
}

words! {
    /// Something that happened to an agreement.
    AgreementMove {
        Draft, Change, Open, Sign,
        /// The last side signed.
        TakeForce,
        Amend, End,
    }
}

words! {
    /// How a side signed.
    SignatureForm {
        /// With an account that has a second factor.
        Account,
        /// On paper, before a witness.
        Paper,
    }
}

/// What bears on the moves of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: AgreementState,
    /// The number of the text as it is now.
    pub revision: i64,
    /// The number of the text that holds.
    pub in_force: Option<i64>,
}

const NOT_NOW: &str = "not_in_this_state";

impl Standing {
    pub const NEW: Self = Self { state: AgreementState::Draft, revision: 1, in_force: None };

    /// A draft may be written anew; nobody has signed it.
    pub fn changed(self) -> Result<Self, &'static str> {
        match self.state {
            AgreementState::Draft => Ok(self),
            AgreementState::OpenForSignature | AgreementState::InForce | AgreementState::Ended => Err(NOT_NOW),
        }
    }

    pub fn opened(self) -> Result<Self, &'static str> {
        match self.state {
            AgreementState::Draft => Ok(Self { state: AgreementState::OpenForSignature, ..self }),
            AgreementState::OpenForSignature | AgreementState::InForce | AgreementState::Ended => Err(NOT_NOW),
        }
    }

    /// After a side has signed the text as it is now; `missing` sides have not.
    pub fn signed(self, missing: usize) -> Result<Self, &'static str> {
        match self.state {
            AgreementState::OpenForSignature if missing == 0 => {
                Ok(Self { state: AgreementState::InForce, in_force: Some(self.revision), ..self })
            }
            AgreementState::OpenForSignature => Ok(self),
            AgreementState::Draft | AgreementState::InForce | AgreementState::Ended => Err(NOT_NOW),
        }
    }

    /// Another text, which every side is asked to sign again.
    pub fn amended(self) -> Result<Self, &'static str> {
        match self.state {
            AgreementState::OpenForSignature | AgreementState::InForce => {
                Ok(Self { state: AgreementState::OpenForSignature, revision: self.revision + 1, ..self })
            }
            AgreementState::Draft | AgreementState::Ended => Err(NOT_NOW),
        }
    }

    pub fn ended(self) -> Result<Self, &'static str> {
        match self.state {
            AgreementState::Draft | AgreementState::OpenForSignature | AgreementState::InForce => {
                Ok(Self { state: AgreementState::Ended, ..self })
            }
            AgreementState::Ended => Err(NOT_NOW),
        }
    }
}
