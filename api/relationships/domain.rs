//! What one can be to another, and since when. Pure: no database, no HTTP, no clock.

use chrono::NaiveDate;

use crate::db::types::words;
use crate::stakeholders::StakeholderId;

words! {
    /// What the first is to the second. The first two read one way; the others are the same from both sides.
    RelationshipKind {
        /// The first speaks for the second.
        Represents,
        /// The first works for the second.
        EmployedBy,
        ContractsWith,
        FamilyOf,
        InDisputeWith,
        AlliedWith,
    }
}

impl RelationshipKind {
    /// Whether it reads one way only.
    pub fn is_directed(self) -> bool {
        match self {
            Self::Represents | Self::EmployedBy => true,
            Self::ContractsWith | Self::FamilyOf | Self::InDisputeWith | Self::AlliedWith => false,
        }
    }

    /// The two as they are kept: what is the same from both sides has one order only.
    pub fn in_order(self, from: StakeholderId, to: StakeholderId) -> (StakeholderId, StakeholderId) {
        if self.is_directed() || from < to { (from, to) } else { (to, from) }
    }
}

/// From when until when something holds; none for what nobody knows, or for what still holds.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// Which field can't be so, and why.
pub fn refused_period(Period { since, until }: Period, today: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let mut refused = vec![];
    if since.is_some_and(|since| since > today) {
        refused.push(("/since", "in_the_future"));
    }
    match (since, until) {
        (_, Some(until)) if until > today => refused.push(("/until", "in_the_future")),
        (Some(since), Some(until)) if until < since => refused.push(("/until", "before_start")),
        (Some(_) | None, Some(_) | None) => {}
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn it_begins_before_it_ends_and_neither_is_to_come() {
        let today = day("2026-11-30");
        let refused = |since: Option<&str>, until: Option<&str>| {
            refused_period(Period { since: since.map(day), until: until.map(day) }, today)
        };
        assert_eq!(refused(None, None), []);
        assert_eq!(refused(Some("2026-11-30"), Some("2026-11-30")), []);
        assert_eq!(refused(Some("2026-12-01"), None), [("/since", "in_the_future")]);
        assert_eq!(refused(None, Some("2026-12-01")), [("/until", "in_the_future")]);
        assert_eq!(refused(Some("2026-11-30"), Some("2026-11-29")), [("/until", "before_start")]);
    }

    #[test]
    fn what_is_the_same_from_both_sides_is_kept_in_one_order() {
        let [one, two] = [1, 2].map(|at| StakeholderId::at(chrono::DateTime::from_timestamp(at, 0).unwrap()));
        assert_eq!(RelationshipKind::FamilyOf.in_order(two, one), RelationshipKind::FamilyOf.in_order(one, two));
        assert_eq!(RelationshipKind::EmployedBy.in_order(two, one), (two, one));
    }
}
