//! The closed lists of words of the mechanism.

use crate::db::types::words;

words! {
    /// Where a case stands.
    State {
        Submitted, Acknowledged, Accepted, Investigating, AwaitingInformation, ResolutionProposed, Contested,
        Implementing,
        // The ends.
        Resolved, Ineligible, Referred, Duplicate, Withdrawn, ClosedUnresolved,
    }
}

words! {
    /// What moves a case on, or is noted on its way.
    Move {
        Submit, Acknowledge, Accept, FindIneligible, Appeal, UpholdAppeal, DismissAppeal, Refer, RecordReply, Summarise,
        Release, Investigate, Ask, Answer, Reply, Resume, Propose, Agree, RecordAgreement, Contest, Escalate,
        AppointCommittee, Declare, AskClosing, DropClosing, ConfirmClosing, Confirm, Resolve, Withdraw, MarkDuplicate, Protect, Assess, Extend, Assign,
        Rate, RateAgain, Reopen,
    }
}

words! {
    /// Whether the case is kept apart for people at risk.
    Track { Normal, Protection }
}

words! {
    /// How careful its handling must be. Separate from severity.
    Sensitivity { Normal, Sensitive, Protection }
}

words! {
    /// From actual and potential consequence.
    Severity { Low, Medium, High, Critical }
}

words! {
    /// What may become known of the reporter.
    Confidentiality {
        /// The name may be shared with those who resolve it.
        Named,
        /// Only the programme knows the name.
        Confidential,
        /// Nobody knows the name.
        Anonymous,
    }
}

words! {
    /// How it reached the programme.
    Channel { Web, OfflineForm, InPerson, Phone, Letter, Sms }
}

words! {
    /// How somebody agreed to their case being entered.
    ConsentGiven {
        Said,
        Signed,
        Thumbprint,
        /// With a cross on a paper that bears no name.
        Ticked,
    }
}

words! {
    /// What it is about.
    Category {
        Water, AirAndDust, LandAndPasture, Health, JobsAndLivelihoods, RoadsAndTransport, BlastingAndVibration,
        CultureAndHeritage, Security, SocialInvestment, TaxAndLocalBudget, Other,
    }
}

words! {
    /// Who wrote a message.
    Author { Reporter, Programme, Respondent }
}

words! {
    /// With whom the programme's staff share a message.
    SharedWith {
        Reporter,
        Respondent,
        /// Nobody outside the programme.
        Programme,
    }
}

words! {
    /// How far the appeal against a finding of ineligibility has come.
    Appeal { Pending, Upheld, Dismissed }
}

words! {
    /// Whose answer a case waits for.
    Asked { Reporter, Respondent }
}

words! {
    /// A side of the tripartite committee.
    Side { Community, Company, Authority }
}

words! {
    /// Whether anybody pressed a reporter to withdraw.
    Pressed { No, Yes, Unsaid }
}
