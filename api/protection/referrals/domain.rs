//! The path of a referral. Pure.

use crate::db::types::words;

words! {
    /// Who can help.
    ReferralBody {
        Police, Prosecutor, CrisisCentre, Shelter, Health, Psychologist, Lawyer, Ombudsman, ChildProtection, Other,
    }
}

words! {
    /// Where a referral stands.
    ReferralState {
        /// To be spoken about with the person.
        Proposed,
        Consented,
        /// By the person.
        Refused,
        Sent,
        /// By whom it was sent to.
        Accepted,
        TurnedDown,
        Closed,
        /// The person took their consent back.
        Withdrawn,
    }
}

words! {
    /// What leads a referral on.
    ReferralStep { Propose, Consent, Refuse, Send, Accept, TurnDown, Note, Close, Withdraw }
}

words! {
    /// How the person consented.
    ReferralConsent {
        Spoken,
        Written,
        /// Of a child, with the child's own word where it can give one.
        ByGuardian,
        /// Without consent: the law leaves no choice. The note says which.
        LegalDuty,
    }
}

words! {
    /// What came of it, as the person says.
    ReferralOutcome { Helped, HelpedInPart, NotHelped, LostContact }
}

/// Every step: from which states it may be made, where it leads, and by which operation.
pub const STEPS: &[(ReferralStep, &[ReferralState], Option<ReferralState>, &str)] = {
    use ReferralState::*;
    use ReferralStep as Step;
    const OPEN: &[ReferralState] = &[Proposed, Consented, Sent, Accepted];
    &[
        (Step::Consent, &[Proposed], Some(Consented), "consent_to_protection_referral"),
        (Step::Refuse, &[Proposed], Some(Refused), "refuse_protection_referral"),
        (Step::Send, &[Consented], Some(Sent), "send_protection_referral"),
        (Step::Accept, &[Sent], Some(Accepted), "accept_protection_referral"),
        (Step::TurnDown, &[Sent], Some(TurnedDown), "turn_down_protection_referral"),
        (Step::Close, &[Accepted], Some(Closed), "close_protection_referral"),
        (Step::Withdraw, OPEN, Some(Withdrawn), "withdraw_protection_referral"),
        (Step::Note, OPEN, None, "note_protection_referral"),
    ]
};

impl ReferralState {
    /// The state after a step; `None` if it can't be made from here.
    pub fn after(self, step: ReferralStep) -> Option<Self> {
        let (_, from, to, _) = STEPS.iter().find(|(listed, ..)| *listed == step)?;
        from.contains(&self).then_some(to.unwrap_or(self))
    }

    /// Whether it still asks something of somebody.
    pub fn is_open(self) -> bool {
        match self {
            Self::Proposed | Self::Consented | Self::Sent | Self::Accepted => true,
            Self::Refused | Self::TurnedDown | Self::Closed | Self::Withdrawn => false,
        }
    }

    /// The operations that lead on from here.
    pub fn actions(self) -> Vec<&'static str> {
        STEPS.iter().filter(|(_, from, ..)| from.contains(&self)).map(|(.., operation)| *operation).collect()
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    /// All ways from the beginning, each a list of steps.
    fn walks(from: ReferralState, walked: Vec<ReferralStep>, all: &mut Vec<(ReferralState, Vec<ReferralStep>)>) {
        all.push((from, walked.clone()));
        for step in ReferralStep::VARIANTS.iter().filter(|step| **step != ReferralStep::Note) {
            if let Some(to) = from.after(*step) {
                walks(to, [walked.clone(), vec![*step]].concat(), all);
            }
        }
    }

    #[test]
    fn nothing_is_sent_without_consent_and_nothing_follows_an_end() {
        let mut all = vec![];
        walks(ReferralState::Proposed, vec![], &mut all);
        let reached: std::collections::BTreeSet<_> = all.iter().map(|(state, _)| *state).collect();
        assert_eq!(reached.len(), ReferralState::VARIANTS.len(), "every state can be reached");
        for (state, walk) in all {
            let consented = walk.iter().position(|step| *step == ReferralStep::Consent);
            let sent = walk.iter().position(|step| *step == ReferralStep::Send);
            assert!(sent.is_none() || consented < sent && consented.is_some(), "{walk:?}");
            assert_eq!(state.actions().is_empty(), !state.is_open(), "{state}");
        }
    }

    #[test]
    fn consent_can_be_taken_back_while_anything_is_under_way() {
        for state in ReferralState::VARIANTS {
            let back = state.after(ReferralStep::Withdraw);
            assert_eq!(back, state.is_open().then_some(ReferralState::Withdrawn), "{state}");
        }
    }
}
