//! What the cases are made from: templates by state, villages by district, and the people.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::cast::Cast;
use super::super::directory::{Directory as Known, find};
use super::super::files::{self, Grievance};
use super::case::EventRow;
use super::variation::Variation;
use crate::db::Conn;
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::grievances::clock::{self, Course, Step, Whole, deadlines, whole};
use crate::grievances::domain::{Severity, State};
use crate::organisations::OrganisationId;
use crate::places::{PlaceId, PlaceLevel};
use crate::programmes::ProgrammeId;
use crate::schema::places;
use crate::sites::SiteId;

pub struct Stage {
    pub count: u32,
    pub now: DateTime<Utc>,
    pub programme: ProgrammeId,
    pub cast: Cast,
    directory: Arc<Directory>,
    /// The last change of what deadlines are counted with.
    pub counted: i64,
    templates: HashMap<State, Vec<Template>>,
}

/// A case of the demonstration and where its like can have happened.
pub struct Template {
    pub case: Grievance,
    pub site: SiteId,
    pub company: OrganisationId,
    places: Vec<Village>,
}

#[derive(Clone)]
pub struct Village {
    pub id: PlaceId,
    pub name: String,
}

impl Stage {
    pub fn new(conn: &mut Conn, known: &Known, count: u32, now: DateTime<Utc>) -> Result<Self> {
        let programme = find(&known.programmes, super::super::PROGRAMME)?;
        let mut templates: HashMap<State, Vec<Template>> = HashMap::new();
        for case in files::read::<Vec<Grievance>>(files::GRIEVANCES)? {
            let (site, company) = find(&known.sites, &case.site)?;
            let places = villages(conn, find(&known.places, &case.place)?)?;
            // A case that is looked into on appeal, or by the committee, is like no other of its state.
            if case.appeal_reason.is_some() || case.escalation_note.is_some() {
                continue;
            }
            templates.entry(case.state).or_default().push(Template { case, site, company, places });
        }
        let directory = directory(conn)?;
        let counted = clock::version(conn)?;
        Ok(Self { count, now, programme, cast: Cast::of(known, programme), directory, counted, templates })
    }

    /// What the clocks of a case come to, that took these steps.
    pub fn clocks(&self, events: &[EventRow], severity: Option<Severity>) -> Whole {
        let step = |event: &EventRow| Step { at: event.at.utc(), made: event.made, to: event.to_state };
        let course = Course { steps: events.iter().map(step).collect(), severity };
        let terms = self.directory.terms(self.programme);
        whole(&deadlines(&course, terms, &self.directory.calendar), self.now)
    }

    pub fn template(&self, variation: Variation) -> Result<&Template> {
        choose(self.templates.get(&variation.state).map_or(&[], Vec::as_slice), variation.dice)
    }
}

impl Template {
    pub fn village(&self, dice: u64) -> Result<&Village> {
        choose(&self.places, dice >> 8)
    }
}

fn choose<T>(from: &[T], dice: u64) -> Result<&T> {
    let size = u64::try_from(from.len()).unwrap_or_default().max(1);
    from.get(usize::try_from(dice % size).unwrap_or_default()).ok_or(ApiError::Internal)
}

/// The villages of the district that a place lies in.
fn villages(conn: &mut Conn, place: PlaceId) -> Result<Vec<Village>> {
    let district: Option<PlaceId> = places::table.find(place).select(places::district_id).first(conn)?;
    let rows: Vec<(PlaceId, String)> = places::table
        .filter(places::district_id.eq(district).and(places::level.eq(PlaceLevel::Village)))
        .order(places::path)
        .select((places::id, places::name_ru))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, name)| Village { id, name }).collect())
}
