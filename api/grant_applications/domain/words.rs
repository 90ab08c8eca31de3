//! The closed lists of words about applications.

use crate::db::types::words;

words! {
    GrantApplicationState {
        /// The applicant's own.
        Draft,
        Submitted,
        /// The applicant is to say more.
        MoreInformation,
        Eligible,
        NotEligible,
        /// By the applicant.
        Withdrawn,
    }
}

words! {
    /// A step of an application.
    GrantApplicationMove { Begin, Submit, Ask, Answer, FindEligible, FindNotEligible, Withdraw }
}

words! {
    /// As whom somebody makes a step.
    GrantParty {
        /// Who applies, or who filed it for them.
        Applicant,
        Programme,
    }
}
