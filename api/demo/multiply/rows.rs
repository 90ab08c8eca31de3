//! One of many cases as rows.

use std::iter::once;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Bishkek;

use super::super::files::Grievance;
use super::super::story::{self, Deed};
use super::super::words;
use super::case::{CaseRow, EventRow, StandingRow};
use super::stage::Stage;
use super::variation::Variation;
use crate::authz::Role;
use crate::db::search::{Document, Kind};
use crate::db::types::Moment;
use crate::error::Result;
use crate::grievances::GrievanceId;
use crate::grievances::clock::Whole;
use crate::grievances::domain::{Channel, Confidentiality, MOVES, Move, State, Track};

/// A case, its timeline and what of it is found by a search.
pub struct Rows<'a> {
    pub case: CaseRow<'a>,
    pub events: Vec<EventRow>,
    pub clocks: Whole,
    pub standing: Option<StandingRow>,
    pub documents: Vec<Document>,
}

/// No case took longer than this.
const LONGEST: TimeDelta = TimeDelta::days(60);

/// The rows of the case of this number.
pub fn of(stage: &Stage, number: u32, variation: Variation, reference: String) -> Result<Rows<'_>> {
    let template = stage.template(variation)?;
    let village = template.village(variation.dice)?;
    let told = &template.case;
    let person = usize::try_from(variation.dice % 7).unwrap_or_default();
    let (owner, second) = (stage.cast.owner(person)?.id, stage.cast.second(person)?.id);
    let times = Times::of(told, variation.submitted, stage.now);
    let id = GrievanceId::at(variation.submitted);
    let submitted_on = variation.submitted.with_timezone(&Bishkek).date_naive();
    let (accepted, released) = (times.of_deed(Deed::Accept), times.of_deed(Deed::Release));
    let proposed = times.of_deed(Deed::Propose);
    let events = times.events(id, owner);
    let last = events.last().map_or(variation.submitted.into(), |event| event.at);
    let severity = accepted.map(|_| told.severity);
    let whole = stage.clocks(&events, severity);
    let recorded = told.channel != Channel::Web;
    let case = CaseRow {
        id,
        programme_id: stage.programme,
        reference,
        // Nobody has its code: no code's hash begins with zeros and a time.
        receipt_hash: format!("{:032x}{number:032x}", stage.now.timestamp_micros()),
        state: variation.state,
        track: Track::Normal,
        sensitivity: told.sensitivity,
        confidentiality: told.confidentiality,
        channel: told.channel,
        language: told.language,
        category: Some(told.category),
        severity,
        place_id: village.id,
        site_id: Some(template.site),
        respondent_id: Some(template.company),
        owner_id: accepted.map(|_| owner),
        recorded_by: recorded.then_some(owner),
        consent: recorded.then(|| words::consent(told.language)),
        shared_with_community: told.confidentiality == Confidentiality::Named,
        narrative: format!("{} {}, {submitted_on}.", told.narrative, village.name),
        wish: told.wish.as_deref(),
        occurred_on: Some(submitted_on - TimeDelta::days(1)),
        summary: told.summary.as_deref(),
        summary_author_id: told.summary.as_ref().map(|_| owner),
        released_by: released.map(|_| second),
        released_at: released,
        remedy: told.remedy.as_deref(),
        remedy_due_on: proposed.zip(told.due_in_days).map(|(at, days)| at.utc().date_naive() + TimeDelta::days(days)),
        proposed_at: proposed,
        confirmed_at: times.of_deed(Deed::Confirm),
        rating: told.rating,
        rating_comment: told.rating_comment.as_deref(),
        clock: whole.into(),
        submitted_at: variation.submitted.into(),
        updated_at: last,
    };
    let documents = documents(&case);
    let standing =
        (!variation.state.is_open()).then_some(StandingRow { grievance_id: id, ended_at: last, rated_again: false });
    Ok(Rows { case, events, clocks: whole, standing, documents })
}

/// What staff and respondents find the case by.
fn documents(case: &CaseRow<'_>) -> Vec<Document> {
    let id = case.id.to_string();
    let words = |words: &[Option<&str>]| words.iter().copied().flatten().collect::<Vec<_>>().join("\n");
    let reference = Some(case.reference.as_str());
    let staff = words(&[reference, Some(&case.narrative), case.wish, case.summary]);
    let released = case.released_at.map(|_| Document {
        kind: Kind::GrievanceReleased,
        id: id.clone(),
        text: words(&[reference, case.summary]),
    });
    once(Document { kind: Kind::GrievanceStaff, id, text: staff }).chain(released).collect()
}

/// When each thing was done.
struct Times(Vec<(Deed, DateTime<Utc>)>);

impl Times {
    fn of(told: &Grievance, submitted: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let deeds: Vec<Deed> = story::deeds(told).into_iter().filter(|deed| deed.made().is_some()).collect();
        let (steps, end) = (deeds.len(), now.min(submitted + LONGEST));
        let times = (0..).map(|step| story::at(step, steps, submitted, end));
        Self(deeds.into_iter().zip(times).collect())
    }

    fn of_deed(&self, wanted: Deed) -> Option<Moment> {
        self.0.iter().find(|(deed, _)| *deed == wanted).map(|(_, at)| (*at).into())
    }

    /// The moves from state to state; what was noted on the way is left out.
    fn events(&self, id: GrievanceId, owner: crate::accounts::AccountId) -> Vec<EventRow> {
        let mut from = None;
        let mut events = vec![];
        for (made, at) in self.0.iter().filter_map(|(deed, at)| Some((deed.made()?, *at))) {
            let to = from.map_or(Some(State::Submitted), |state: State| state.after(made));
            let Some(to) = to.filter(|to| Some(*to) != from) else { continue };
            let account_id = by_staff(made).then_some(owner);
            let (own, at) = (GrievanceId::at(at), at.into());
            events.push(EventRow { id: own, grievance_id: id, at, made, from_state: from, to_state: to, account_id });
            from = Some(to);
        }
        events
    }
}

/// Whether the table of moves has it made by staff.
fn by_staff(made: Move) -> bool {
    MOVES.iter().any(|(listed, by, ..)| *listed == made && by.allows(Some(Role::Staff)))
}
