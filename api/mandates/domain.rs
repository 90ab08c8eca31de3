//! The life of a mandate. Pure: no database, no HTTP, no clock.

use chrono::NaiveDate;

use crate::db::types::words;

words! {
    /// For whom of a place somebody speaks.
    SpeaksFor { Community, Women, Youth }
}

words! {
    MandateState {
        /// Somebody proposed the person.
        Nominated,
        /// What ties the person to a company or an office is declared.
        Vetted,
        /// An assembly gave its word.
        Endorsed,
        Active,
        Ended,
    }
}

words! {
    /// What leads a mandate on.
    MandateStep { Vet, Endorse, Activate, End }
}

words! {
    /// What happened to a mandate.
    MandateEventKind { Nominate, Vet, Endorse, Activate, Change, End }
}

words! {
    /// Why a mandate ended.
    MandateEnding {
        TermOver, Resigned,
        /// By those who gave it.
        Recalled,
        NotEndorsed, ConflictOfInterest, Died, Other,
    }
}

words! {
    /// What may tie a representative to one side.
    InterestKind {
        /// Supplies or services for a company.
        Contract,
        /// Works for a company, or somebody of the household does.
        Employment,
        /// Elected or appointed.
        Office,
        Party, Family,
        /// Land or buildings that a company rents or wants.
        Property,
        Other,
    }
}

/// Every step: from which states it may be made, where it leads, and by which operation.
pub const STEPS: &[(MandateStep, &[MandateState], MandateState, &str)] = {
    use MandateState::*;
    &[
        (MandateStep::Vet, &[Nominated], Vetted, "vet_mandate"),
        (MandateStep::Endorse, &[Vetted], Endorsed, "endorse_mandate"),
        (MandateStep::Activate, &[Endorsed], Active, "activate_mandate"),
        (MandateStep::End, &[Nominated, Vetted, Endorsed, Active], Ended, "end_mandate"),
    ]
};

impl MandateState {
    /// The state after a step; `None` if it can't be made from here.
    pub fn after(self, step: MandateStep) -> Option<Self> {
        let (_, from, to, _) = STEPS.iter().find(|(listed, ..)| *listed == step)?;
        from.contains(&self).then_some(*to)
    }

    /// The operations that lead on from here.
    pub fn steps(self) -> impl Iterator<Item = &'static str> {
        STEPS.iter().filter(move |(_, from, ..)| from.contains(&self)).map(|(.., operation)| *operation)
    }
}

/// When an active mandate holds.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    pub starts_on: Option<NaiveDate>,
    /// The last day; none if the term has no end.
    pub expires_on: Option<NaiveDate>,
}

/// Whether somebody speaks by this mandate today, in Bishkek.
pub fn in_force(state: MandateState, term: Term, today: NaiveDate) -> bool {
    match state {
        MandateState::Active => {
            term.starts_on.is_some_and(|day| day <= today) && term.expires_on.is_none_or(|day| day >= today)
        }
        MandateState::Nominated | MandateState::Vetted | MandateState::Endorsed | MandateState::Ended => false,
    }
}

/// Why a step can't have been made on a day: it was made by today, and not before the one before it.
pub fn refused_day(on: NaiveDate, not_before: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if on > today {
        Some("in_the_future")
    } else if on < not_before {
        Some("before_the_step_before")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// All ways from the nomination, each a list of steps.
    fn walks(from: MandateState, walked: &[MandateStep], all: &mut Vec<(MandateState, Vec<MandateStep>)>) {
        all.push((from, walked.to_vec()));
        for step in MandateStep::VARIANTS {
            if let Some(to) = from.after(*step) {
                walks(to, &[walked, &[*step]].concat(), all);
            }
        }
    }

    #[test]
    fn nobody_is_active_who_was_not_vetted_and_endorsed_and_nothing_follows_the_end() {
        let mut all = vec![];
        walks(MandateState::Nominated, &[], &mut all);
        let reached: std::collections::BTreeSet<_> = all.iter().map(|(state, _)| *state).collect();
        assert_eq!(reached.len(), MandateState::VARIANTS.len(), "every state can be reached");
        for (state, walk) in all {
            if state == MandateState::Active {
                assert_eq!(walk, [MandateStep::Vet, MandateStep::Endorse, MandateStep::Activate]);
            }
            assert_eq!(state.steps().next().is_none(), state == MandateState::Ended, "{walk:?}");
        }
    }

    #[test]
    fn a_mandate_holds_from_its_first_day_to_its_last() {
        let term = Term { starts_on: Some(day("2026-05-01")), expires_on: Some(day("2026-12-31")) };
        let holds = |state, on: &str| in_force(state, term, day(on));
        assert!(holds(MandateState::Active, "2026-05-01") && holds(MandateState::Active, "2026-12-31"));
        assert!(!holds(MandateState::Active, "2026-04-30") && !holds(MandateState::Active, "2027-01-01"));
        for state in MandateState::VARIANTS.iter().filter(|state| **state != MandateState::Active) {
            assert!(!holds(*state, "2026-06-01"), "{state}");
        }
        let endless = Term { expires_on: None, ..term };
        assert!(in_force(MandateState::Active, endless, day("2099-01-01")));
    }

    #[test]
    fn a_step_follows_the_one_before_and_is_not_of_tomorrow() {
        let (before, today) = (day("2026-05-01"), day("2026-11-30"));
        assert_eq!(refused_day(before, before, today), None);
        assert_eq!(refused_day(today, before, today), None);
        assert_eq!(refused_day(day("2026-04-30"), before, today), Some("before_the_step_before"));
        assert_eq!(refused_day(day("2026-12-01"), before, today), Some("in_the_future"));
    }
}
