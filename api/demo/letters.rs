//! Loading the demonstration's templates of letters.

use chrono::{DateTime, Utc};

use super::files::{self, Letter};
use crate::db::Conn;
use crate::error::Result;
use crate::letter_templates::store::{NewLetterTemplateRow, insert};
use crate::letter_templates::view::Bodies;
use crate::letter_templates::{LetterTemplateId, input};
use crate::names::Names;
use crate::programmes::ProgrammeId;

pub fn load(conn: &mut Conn, programme_id: ProgrammeId, now: DateTime<Utc>) -> Result<()> {
    for letter in files::read::<Vec<Letter>>(files::LETTERS)? {
        input::check(&letter.bodies)?;
        let Names { ky: name_ky, ru: name_ru, en: name_en } = letter.names;
        let Bodies { ky: body_ky, ru: body_ru, en: body_en } = letter.bodies;
        let id = LetterTemplateId::at(now);
        let row = NewLetterTemplateRow { id, programme_id, name_ky, name_ru, name_en, body_ky, body_ru, body_en };
        insert(conn, &row)?;
    }
    Ok(())
}
