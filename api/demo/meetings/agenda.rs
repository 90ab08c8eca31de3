//! Of what the demonstration's meetings speak.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::super::cast::Cast;
use super::super::directory::{Directory, find};
use crate::agreements::AgreementId;
use crate::commitments::CommitmentId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::impacts::ImpactId;
use crate::meetings::domain::{AgendaItemKind, AgendaItemState, side_of_role};
use crate::meetings::{AgendaItemId, MeetingId};
use crate::schema::{agreements, commitments, grievances, impacts, meeting_agenda_items as items};

#[derive(Deserialize)]
pub struct Told {
    /// The organisation that proposed it.
    by: String,
    #[serde(flatten)]
    about: About,
    note: Option<String>,
    state: AgendaItemState,
    reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum About {
    Topic(String),
    /// By its title.
    Impact(String),
    Agreement(String),
    /// By what was promised.
    Commitment(String),
    /// The first one that was released, by the code of its place.
    Case(String),
}

#[derive(Default)]
struct Subject<'a> {
    topic: Option<&'a str>,
    impact: Option<ImpactId>,
    agreement: Option<AgreementId>,
    commitment: Option<CommitmentId>,
    case: Option<GrievanceId>,
}

pub fn write(
    conn: &mut Conn,
    known: &Directory,
    cast: &Cast,
    (meeting, agenda): (MeetingId, &[Told]),
    at: DateTime<Utc>,
) -> Result<()> {
    let mut position = 0_i64;
    for (number, told) in (0..).zip(agenda) {
        let proposer = cast.member(find(&known.organisations, &told.by)?).ok_or(ApiError::Internal)?;
        let proposed = at + TimeDelta::minutes(47) * number;
        let (kind, subject) = subject(conn, known, &told.about)?;
        let place = (told.state == AgendaItemState::Accepted).then(|| {
            position += 1;
            position
        });
        let row = (
            (items::id.eq(AgendaItemId::at(proposed)), items::meeting_id.eq(meeting), items::kind.eq(kind)),
            (items::topic.eq(subject.topic), items::impact_id.eq(subject.impact)),
            (items::agreement_id.eq(subject.agreement), items::commitment_id.eq(subject.commitment)),
            (items::grievance_id.eq(subject.case), items::note.eq(told.note.as_deref())),
            (items::state.eq(told.state), items::reason.eq(told.reason.as_deref()), items::position.eq(place)),
            items::side.eq(side_of_role(proposer.role).ok_or(ApiError::Internal)?),
            (items::organisation_id.eq(proposer.organisation), items::proposed_by.eq(proposer.id)),
            items::proposed_at.eq(Moment::from(proposed)),
        );
        diesel::insert_into(items::table).values(row).execute(conn)?;
    }
    Ok(())
}

fn subject<'a>(conn: &mut Conn, known: &Directory, about: &'a About) -> Result<(AgendaItemKind, Subject<'a>)> {
    let none = Subject::default();
    Ok(match about {
        About::Topic(topic) => (AgendaItemKind::Topic, Subject { topic: Some(topic), ..none }),
        About::Impact(title) => {
            let id = impacts::table.filter(impacts::title.eq(title)).select(impacts::id).first(conn)?;
            (AgendaItemKind::Impact, Subject { impact: Some(id), ..none })
        }
        About::Agreement(title) => {
            let id = agreements::table.filter(agreements::title.eq(title)).select(agreements::id).first(conn)?;
            (AgendaItemKind::Agreement, Subject { agreement: Some(id), ..none })
        }
        About::Commitment(what) => {
            let id = commitments::table.filter(commitments::what.eq(what)).select(commitments::id).first(conn)?;
            (AgendaItemKind::Commitment, Subject { commitment: Some(id), ..none })
        }
        About::Case(place) => {
            let here = grievances::table
                .filter(grievances::place_id.eq(find(&known.places, place)?))
                .filter(grievances::released_at.is_not_null());
            let id = here.order(grievances::id).select(grievances::id).first(conn)?;
            (AgendaItemKind::Grievance, Subject { case: Some(id), ..none })
        }
    })
}
