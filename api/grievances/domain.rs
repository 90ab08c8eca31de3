//! The rules of the grievance mechanism. Pure: no database, no HTTP, no clock.

use chrono::{DateTime, Datelike, Days, TimeDelta, Utc, Weekday};

use crate::authz::Role;
use crate::db::types::words;

words! {
    /// Where a case stands.
    State { Submitted, Acknowledged, Accepted, Investigating, ResolutionProposed, Contested, Implementing, Resolved }
}

words! {
    /// What moves a case on, or is noted on its way.
    Move {
        Submit, Acknowledge, Accept, Summarise, Release, Investigate, Answer, Propose, Agree, RecordAgreement, Contest,
        Escalate, Confirm, Resolve, Rate, Assign,
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

/// What a move does to the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    To(State),
    /// Noted on the way; the state stays.
    Stays,
}

/// Every move: from which states it may be made, and what comes of it.
pub const MOVES: &[(Move, &[State], Effect)] = {
    use Effect::{Stays, To};
    use State::*;
    &[
        (Move::Acknowledge, &[Submitted], To(Acknowledged)),
        (Move::Accept, &[Acknowledged], To(Accepted)),
        (Move::Summarise, &[Accepted, Investigating], Stays),
        (Move::Release, &[Accepted, Investigating], Stays),
        (Move::Investigate, &[Accepted], To(Investigating)),
        (Move::Answer, &[Investigating], Stays),
        (Move::Propose, &[Investigating], To(ResolutionProposed)),
        (Move::Agree, &[ResolutionProposed], To(Implementing)),
        (Move::RecordAgreement, &[ResolutionProposed], To(Implementing)),
        (Move::Contest, &[ResolutionProposed], To(Contested)),
        (Move::Escalate, &[Contested], To(Investigating)),
        (Move::Confirm, &[Implementing], Stays),
        (Move::Resolve, &[Implementing], To(Resolved)),
        (Move::Rate, &[Resolved], Stays),
        (Move::Assign, &[Acknowledged, Accepted, Investigating, ResolutionProposed, Contested, Implementing], Stays),
    ]
};

impl State {
    /// The state after a move; `None` if it can't be made from here.
    pub fn after(self, made: Move) -> Option<State> {
        let (_, from, effect) = MOVES.iter().find(|(listed, ..)| *listed == made)?;
        let to = match effect {
            Effect::To(state) => *state,
            Effect::Stays => self,
        };
        from.contains(&self).then_some(to)
    }

    /// Whether the case still asks something of somebody.
    pub fn is_open(self) -> bool {
        match self {
            Self::Submitted
            | Self::Acknowledged
            | Self::Accepted
            | Self::Investigating
            | Self::ResolutionProposed
            | Self::Contested
            | Self::Implementing => true,
            Self::Resolved => false,
        }
    }
}

/// What a move's conditions are about, beside the state.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub state: State,
    pub has_site: bool,
    pub has_summary: bool,
    /// Whether the actor wrote the summary.
    pub actor_wrote_summary: bool,
    pub released: bool,
    pub confirmed: bool,
    /// The next deadline: of an implementing case, the end of the reporter's four weeks.
    pub due_at: Option<DateTime<Utc>>,
    pub rated: bool,
}

/// The reporter's silence counts as a confirmation after so long.
pub const SILENCE: TimeDelta = TimeDelta::weeks(4);

/// Why a move can't be made now; the code that the caller hears.
pub fn check(made: Move, facts: &Facts, now: DateTime<Utc>) -> Result<State, &'static str> {
    let to = facts.state.after(made).ok_or("move_not_possible_from_here")?;
    match made {
        // What was let go can't be written anew behind the back of who let it go.
        Move::Summarise if facts.released => Err("already_released"),
        Move::Release if facts.released => Err("already_released"),
        Move::Release if !facts.has_summary => Err("summary_missing"),
        Move::Release if facts.actor_wrote_summary => Err("second_person_needed"),
        Move::Release if !facts.has_site => Err("site_missing"),
        Move::Answer if !facts.released => Err("not_released"),
        Move::Confirm if facts.confirmed => Err("already_confirmed"),
        Move::Resolve if !facts.confirmed && facts.due_at.is_none_or(|due| now < due) => Err("reporter_not_confirmed"),
        Move::Rate if facts.rated => Err("already_rated"),
        Move::Submit
        | Move::Acknowledge
        | Move::Accept
        | Move::Summarise
        | Move::Release
        | Move::Investigate
        | Move::Answer
        | Move::Propose
        | Move::Agree
        | Move::RecordAgreement
        | Move::Contest
        | Move::Escalate
        | Move::Confirm
        | Move::Resolve
        | Move::Rate
        | Move::Assign => Ok(to),
    }
}

/// How a role sees a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everything but the sealed identity.
    Staff,
    /// What was released.
    Respondent,
}

pub fn audience(role: Role) -> Audience {
    match role {
        Role::Staff | Role::Protection => Audience::Staff,
        Role::Community | Role::Company | Role::Authority | Role::Admin | Role::Partner => Audience::Respondent,
    }
}

/// The next deadline of a case that came into `state` at `since`. Working days are Monday to Friday.
pub fn due(state: State, severity: Option<Severity>, since: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match state {
        State::Submitted => Some(working_days_after(since, 2)),
        State::Acknowledged => Some(working_days_after(since, 5)),
        State::Accepted => Some(match severity {
            Some(Severity::Critical) => since + TimeDelta::hours(24),
            Some(Severity::High) => working_days_after(since, 3),
            Some(Severity::Medium) => working_days_after(since, 7),
            Some(Severity::Low) | None => working_days_after(since, 14),
        }),
        State::Investigating | State::ResolutionProposed => Some(since + TimeDelta::days(30)),
        State::Contested => Some(working_days_after(since, 20)),
        State::Implementing => Some(since + SILENCE),
        State::Resolved => None,
    }
}

/// The same time of day, so many working days later by the calendar of Bishkek.
fn working_days_after(since: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    let mut at = since.with_timezone(&chrono_tz::Asia::Bishkek);
    let mut left = days;
    while left > 0 {
        at = at + Days::new(1);
        if !matches!(at.weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    at.with_timezone(&Utc)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(state: State) -> Facts {
        Facts {
            state,
            has_site: true,
            has_summary: true,
            actor_wrote_summary: false,
            released: false,
            confirmed: false,
            due_at: Some(DateTime::UNIX_EPOCH + SILENCE),
            rated: false,
        }
    }

    #[test]
    fn the_main_path_leads_from_submitted_to_resolved() {
        use Move::*;
        let path = [Acknowledge, Accept, Investigate, Propose, Agree, Resolve];
        let end = path.into_iter().try_fold(State::Submitted, State::after);
        assert_eq!(end, Some(State::Resolved));
    }

    #[test]
    fn a_contested_case_is_looked_into_again() {
        assert_eq!(State::ResolutionProposed.after(Move::Contest), Some(State::Contested));
        assert_eq!(State::Contested.after(Move::Escalate), Some(State::Investigating));
    }

    #[test]
    fn nothing_moves_a_resolved_case_but_its_rating() {
        use strum::VariantArray;
        for made in Move::VARIANTS {
            let expected = (*made == Move::Rate).then_some(State::Resolved);
            assert_eq!(State::Resolved.after(*made), expected, "{made}");
        }
    }

    #[test]
    fn every_move_but_the_first_stands_in_the_table_once() {
        use strum::VariantArray;
        for made in Move::VARIANTS.iter().filter(|made| **made != Move::Submit) {
            assert_eq!(MOVES.iter().filter(|(listed, ..)| listed == made).count(), 1, "{made}");
        }
    }

    #[test]
    fn who_wrote_the_summary_does_not_let_it_go() {
        let own = Facts { actor_wrote_summary: true, ..facts(State::Accepted) };
        assert_eq!(check(Move::Release, &own, Utc::now()), Err("second_person_needed"));
        assert_eq!(check(Move::Release, &facts(State::Accepted), Utc::now()), Ok(State::Accepted));
    }

    #[test]
    fn a_case_is_resolved_on_the_reporters_word_or_after_four_weeks_of_silence() {
        let case = facts(State::Implementing);
        let soon = DateTime::UNIX_EPOCH + TimeDelta::days(27);
        assert_eq!(check(Move::Resolve, &case, soon), Err("reporter_not_confirmed"));
        assert_eq!(check(Move::Resolve, &Facts { confirmed: true, ..case }, soon), Ok(State::Resolved));
        assert_eq!(check(Move::Resolve, &case, soon + TimeDelta::days(1)), Ok(State::Resolved));
    }

    #[test]
    fn a_weekend_is_no_working_time() {
        // Friday 20 November 2026, 10:00 in Bishkek.
        let friday = "2026-11-20T04:00:00Z".parse().unwrap();
        let tuesday: DateTime<Utc> = "2026-11-24T04:00:00Z".parse().unwrap();
        assert_eq!(due(State::Submitted, None, friday), Some(tuesday));
    }
}
