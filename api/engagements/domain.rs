//! When a contact can have been, and when what follows from it is late. Pure: no database, no HTTP, no clock.

use chrono::{Datelike, NaiveDate};

use crate::db::types::words;

words! {
    /// How the programme and a stakeholder came to talk.
    EngagementChannel {
        /// In an office, a hall or a yard, agreed before.
        Meeting,
        /// At the stakeholder's own place.
        Visit,
        Phone,
        /// SMS or a messenger.
        Message,
        Email,
        Letter,
        Other,
    }
}

words! {
    /// How a follow-up stands.
    FollowUpStanding {
        /// Not done yet, late or not.
        Open,
        /// Not done, and the day is past in Bishkek.
        Overdue,
        Done,
    }
}

words! {
    /// What is unusual about a date, though it may be right.
    EngagementWarning {
        /// The contact was before the programme began.
        BeforeTheProgramme,
        /// The contact was after the programme ended.
        AfterTheProgramme,
        /// The follow-up is due after the programme ends.
        DueAfterTheProgramme,
    }
}

/// The first year of which anybody tells.
const EARLIEST: i32 = 1990;

/// The dates of a contact.
#[derive(Clone, Copy, Debug)]
pub struct Dates {
    pub day: NaiveDate,
    pub due_on: Option<NaiveDate>,
}

/// Which field can't be so, and why.
pub fn refused_dates(Dates { day, due_on }: Dates, today: NaiveDate) -> Vec<(&'static str, &'static str)> {
    let mut refused = vec![];
    if day > today {
        refused.push(("/day", "in_the_future"));
    } else if day.year() < EARLIEST {
        refused.push(("/day", "too_early"));
    }
    if due_on.is_some_and(|due_on| due_on < day) {
        refused.push(("/follow_up/due_on", "before_the_contact"));
    }
    refused
}

/// Why a follow-up can't have been done on a day.
pub fn refused_done(done_on: NaiveDate, day: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    if done_on > today {
        Some("in_the_future")
    } else if done_on < day {
        Some("before_the_contact")
    } else {
        None
    }
}

/// What is unusual about the dates, given the first and the last day of the programme.
pub fn warnings(Dates { day, due_on }: Dates, [starts_on, ends_on]: [NaiveDate; 2]) -> Vec<EngagementWarning> {
    let unusual = [
        (day < starts_on, EngagementWarning::BeforeTheProgramme),
        (day > ends_on, EngagementWarning::AfterTheProgramme),
        (due_on.is_some_and(|due_on| due_on > ends_on), EngagementWarning::DueAfterTheProgramme),
    ];
    unusual.into_iter().filter(|(so, _)| *so).map(|(_, warning)| warning).collect()
}

/// How a follow-up stands on a day.
pub fn standing(due_on: NaiveDate, done_on: Option<NaiveDate>, today: NaiveDate) -> FollowUpStanding {
    match done_on {
        Some(_) => FollowUpStanding::Done,
        None if due_on < today => FollowUpStanding::Overdue,
        None => FollowUpStanding::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates(of: &str, due_on: Option<&str>) -> Dates {
        Dates { day: day(of), due_on: due_on.map(day) }
    }

    #[test]
    fn a_contact_has_been_and_is_followed_up_later() {
        let today = day("2026-11-30");
        assert_eq!(refused_dates(dates("2026-11-30", Some("2026-11-30")), today), []);
        assert_eq!(refused_dates(dates("2026-12-01", None), today), [("/day", "in_the_future")]);
        assert_eq!(refused_dates(dates("0206-11-03", None), today), [("/day", "too_early")]);
        let before = dates("2026-11-30", Some("2026-11-29"));
        assert_eq!(refused_dates(before, today), [("/follow_up/due_on", "before_the_contact")]);
    }

    #[test]
    fn a_day_outside_the_programme_is_only_warned_of() {
        let period = [day("2019-04-01"), day("2019-12-31")];
        assert_eq!(warnings(dates("2019-04-01", Some("2019-12-31")), period), []);
        assert_eq!(warnings(dates("2019-03-31", None), period), [EngagementWarning::BeforeTheProgramme]);
        let late = [EngagementWarning::AfterTheProgramme, EngagementWarning::DueAfterTheProgramme];
        assert_eq!(warnings(dates("2020-01-01", Some("2020-01-02")), period), late);
    }

    #[test]
    fn a_follow_up_is_late_from_the_day_after() {
        let due = day("2026-11-30");
        assert_eq!(standing(due, None, due), FollowUpStanding::Open);
        assert_eq!(standing(due, None, day("2026-12-01")), FollowUpStanding::Overdue);
        assert_eq!(standing(due, Some(day("2027-01-01")), day("2027-01-02")), FollowUpStanding::Done);
    }

    #[test]
    fn it_is_done_between_the_contact_and_today() {
        let (met, today) = (day("2026-11-20"), day("2026-11-30"));
        assert_eq!((refused_done(met, met, today), refused_done(today, met, today)), (None, None));
        assert_eq!(refused_done(day("2026-11-19"), met, today), Some("before_the_contact"));
        assert_eq!(refused_done(day("2026-12-01"), met, today), Some("in_the_future"));
    }
}
