//! Letters made of templates: what a case says in place of each placeholder.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{Filled, Placeholder, fill};
use super::view::Letter;
use super::{LetterTemplateId, store};
use crate::catalogue;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::store::Case;
use crate::names::Names;
use crate::schema::{places, programmes, sites};

/// All templates of the case's programme, filled from the case. The caller has been found to reach it.
pub fn all_for(conn: &mut Conn, case: &Case) -> Result<Vec<Letter>> {
    let facts = Facts::of(conn, case)?;
    let templates = store::of_programmes(conn, vec![case.programme_id])?;
    let letter = |template: store::LetterTemplateRow| {
        let Filled { text, missing } = facts.letter(template.bodies.in_language(case.language));
        Letter { template_id: template.id, names: template.names, text, missing }
    };
    Ok(templates.into_iter().map(letter).collect())
}

/// A template of the case's programme, filled from the case.
pub fn one_for(conn: &mut Conn, case: &Case, template: LetterTemplateId) -> Result<String> {
    let found = store::find(conn, vec![case.programme_id], template);
    let template = found.map_err(|_| ApiError::field("/template_id", "unknown"))?;
    Ok(Facts::of(conn, case)?.letter(template.bodies.in_language(case.language)).text)
}

/// What a letter may say of a case: nothing of who raised it.
struct Facts<'a> {
    case: &'a Case,
    place: Names,
    site: Option<Names>,
    programme: Names,
}

impl<'a> Facts<'a> {
    fn of(conn: &mut Conn, case: &'a Case) -> Result<Self> {
        let place: (String, String, String) = places::table
            .find(case.place_id)
            .select((places::name_ky, places::name_ru, places::name_en))
            .first(conn)?;
        let programme: (String, String, String) = programmes::table
            .find(case.programme_id)
            .select((programmes::name_ky, programmes::name_ru, programmes::name_en))
            .first(conn)?;
        let site: Option<(String, String, String)> = match case.site_id {
            Some(id) => {
                Some(sites::table.find(id).select((sites::name_ky, sites::name_ru, sites::name_en)).first(conn)?)
            }
            None => None,
        };
        Ok(Self { case, place: place.into(), site: site.map(Names::from), programme: programme.into() })
    }

    fn letter(&self, template: &str) -> Filled {
        fill(template, |placeholder| self.value(placeholder))
    }

    fn value(&self, placeholder: Placeholder) -> Option<String> {
        let language = self.case.language;
        let name = |names: &Names| names.in_language(language).to_owned();
        match placeholder {
            Placeholder::Reference => Some(self.case.reference.clone()),
            Placeholder::State => Some(catalogue::text(language, &format!("state.{}", self.case.state))),
            Placeholder::Category => {
                self.case.category.map(|category| catalogue::text(language, &format!("category.{category}")))
            }
            Placeholder::Place => Some(name(&self.place)),
            Placeholder::Site => self.site.as_ref().map(name),
            Placeholder::SubmittedOn => Some(day(self.case.submitted_at.utc())),
            Placeholder::DueOn => self.case.due_at.map(Moment::utc).map(day),
            Placeholder::Programme => Some(name(&self.programme)),
        }
    }
}

/// As days are written in all three languages: 23.11.2026, by the calendar of Bishkek.
fn day(at: DateTime<Utc>) -> String {
    at.with_timezone(&chrono_tz::Asia::Bishkek).format("%d.%m.%Y").to_string()
}
