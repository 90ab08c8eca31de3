//! Stakeholders as rows: what their records show, in words. The headings and words are those that an import reads.

use super::cells::{Cell, Column, name, named, time, word};
use crate::db::Conn;
use crate::directory::{Directory, directory};
use crate::error::Result;
use crate::names::Language;
use crate::secrets::Sealer;
use crate::stakeholders::domain::{SpokenLanguage, masked_address, masked_email, masked_phone};
use crate::stakeholders::input::StakeholderContact;
use crate::stakeholders::store::Row;
use crate::stakeholders::{contacts, stance_word, tags};

pub const COLUMNS: &[Column] = &[
    ("name", 30),
    ("kind", 10),
    ("category", 20),
    ("position", 30),
    ("place", 22),
    ("place_code", 16),
    ("organisation", 26),
    ("sex", 10),
    ("birth_year", 12),
    ("age_band", 12),
    ("languages", 22),
    ("tags", 26),
    ("phone", 20),
    ("email", 26),
    ("address", 30),
    ("influence", 10),
    ("interest", 10),
    ("stance", 20),
    ("assessed_at", 18),
    ("consent", 20),
    ("consent_purpose", 36),
    ("consent_form", 18),
    ("consent_given_on", 16),
    ("consent_withdrawn_on", 16),
    ("created_at", 18),
];

/// How what people are reached at is shown.
pub struct Contacts {
    pub sealer: Sealer,
    pub whole: bool,
}

impl Contacts {
    fn shown(&self, contact: Option<StakeholderContact>) -> [Cell; 3] {
        let Some(StakeholderContact { phone, email, address }) = contact else {
            return [Cell::Empty, Cell::Empty, Cell::Empty];
        };
        let cell = |text: Option<String>, masked: fn(&str) -> String| match text {
            Some(text) if self.whole => Cell::Text(text),
            Some(text) => Cell::Text(masked(&text)),
            None => Cell::Empty,
        };
        [cell(phone, masked_phone), cell(email, masked_email), cell(address, masked_address)]
    }
}

pub fn rows(conn: &mut Conn, language: Language, contacts: &Contacts, found: Vec<Row>) -> Result<Vec<Vec<Cell>>> {
    let mut known = contacts::of(conn, &contacts.sealer, &found)?;
    let directory = directory(conn)?;
    found
        .into_iter()
        .map(|stakeholder| {
            let contact = contacts.shown(known.remove(&stakeholder.id));
            row(language, &directory, stakeholder, contact)
        })
        .collect()
}

fn row(language: Language, directory: &Directory, of: Row, [phone, email, address]: [Cell; 3]) -> Result<Vec<Cell>> {
    let word = |group: &str, text: &str| word(language, &format!("stakeholders.{group}.{text}"));
    let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let number = |number: Option<i64>| number.map_or(Cell::Empty, Cell::Number);
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Empty, Cell::Day);
    let place = directory.place(of.place_id)?;
    Ok(vec![
        Cell::Text(of.name),
        word("kind", of.kind.as_str()),
        word("category", of.category.as_str()),
        text(of.position),
        name(language, &place.names),
        text(directory.code(of.place_id).map(Into::into)),
        named(language, directory.organisation(of.organisation_id)),
        of.sex.map_or(Cell::Empty, |sex| word("sex", sex.as_str())),
        number(of.birth_year),
        of.age_band.map_or(Cell::Empty, |band| word("age_band", band.as_str())),
        languages(language, &of.languages)?,
        joined(tags::parted(&of.tags).map(Into::into).collect()),
        phone,
        email,
        address,
        number(of.influence),
        number(of.interest),
        of.stance.and_then(stance_word).map_or(Cell::Empty, |stance| word("stance", stance)),
        of.assessed_at.map_or(Cell::Empty, |at| time(at.utc())),
        word("standing", of.consent.as_str()),
        text(of.consent_purpose),
        of.consent_form.map_or(Cell::Empty, |form| word("form", form.as_str())),
        day(of.consent_given_on),
        day(of.consent_withdrawn_on),
        time(of.created_at.utc()),
    ])
}

fn languages(language: Language, column: &str) -> Result<Cell> {
    let spoken: Vec<SpokenLanguage> = tags::parsed(column)?;
    let words = spoken.iter().map(|one| crate::catalogue::text(language, &format!("stakeholders.language.{one}")));
    Ok(joined(words.collect()))
}

fn joined(words: Vec<String>) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.join(", ")) }
}
