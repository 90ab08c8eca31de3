//! Who may open an identity, and for how long. Pure.

use chrono::TimeDelta;

use crate::authz::Role;
use crate::db::types::words;

words! {
    /// What an identity is opened for.
    Purpose {
        /// To call or write to the person.
        Contact,
        /// To check what happened with the person who told it.
        Verify,
        /// To protect the person.
        Protect,
        /// A law or a court asks for it.
        LegalDuty,
        Other,
    }
}

words! {
    /// What is kept of who raised a grievance.
    IdentityStatus {
        /// Nothing was given.
        NotGiven,
        /// Encrypted; a grant with a reason opens it.
        Sealed,
        /// Taken out for good.
        Erased,
    }
}

impl IdentityStatus {
    /// From whether something is sealed, and whether anything was ever taken out.
    pub fn of(sealed: bool, erased: bool) -> Self {
        match (sealed, erased) {
            (true, _) => Self::Sealed,
            (false, true) => Self::Erased,
            (false, false) => Self::NotGiven,
        }
    }
}

/// How long a grant lasts.
pub const GRANTED: TimeDelta = TimeDelta::minutes(15);

/// Whether somebody may open an identity; the code that the caller hears if not.
pub fn check(role: Role, looks_after_it: bool, status: IdentityStatus) -> Result<(), &'static str> {
    match status {
        IdentityStatus::NotGiven => return Err("no_identity"),
        IdentityStatus::Erased => return Err("identity_erased"),
        IdentityStatus::Sealed => {}
    }
    match role {
        Role::Protection => Ok(()),
        Role::Staff if looks_after_it => Ok(()),
        Role::Staff | Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => {
            Err("not_looked_after_by_you")
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn staff_open_what_they_look_after_and_protection_everything() {
        assert_eq!(check(Role::Staff, true, IdentityStatus::Sealed), Ok(()));
        assert_eq!(check(Role::Protection, false, IdentityStatus::Sealed), Ok(()));
        for role in Role::VARIANTS.iter().filter(|role| **role != Role::Protection) {
            assert_eq!(check(*role, false, IdentityStatus::Sealed), Err("not_looked_after_by_you"), "{role}");
        }
        for role in Role::VARIANTS.iter().filter(|role| !matches!(role, Role::Protection | Role::Staff)) {
            assert!(check(*role, true, IdentityStatus::Sealed).is_err(), "{role}");
        }
    }

    #[test]
    fn what_is_not_there_is_opened_by_nobody() {
        for role in Role::VARIANTS {
            assert_eq!(check(*role, true, IdentityStatus::NotGiven), Err("no_identity"));
            assert_eq!(check(*role, true, IdentityStatus::Erased), Err("identity_erased"));
        }
    }
}
