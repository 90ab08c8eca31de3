//! Applications for grants as rows.

use super::cells::{Cell, Column, name, named, time, word};
use crate::db::Conn;
use crate::directory::{Directory, directory};
use crate::error::Result;
use crate::grant_applications::render::links;
use crate::grant_applications::store::Row;
use crate::grant_applications::view::GrantCallLink;
use crate::names::Language;

pub const COLUMNS: &[Column] = &[
    ("receipt_number", 16),
    ("call", 30),
    ("title", 36),
    ("applicant", 18),
    ("applicant_name", 30),
    ("organisation", 26),
    ("place", 22),
    ("state", 20),
    ("asked", 16),
    ("currency", 8),
    ("youth_led", 10),
    ("women_led", 10),
    ("submitted_at", 18),
];

pub fn rows(conn: &mut Conn, language: Language, found: Vec<Row>) -> Result<Vec<Vec<Cell>>> {
    let calls = links(conn, &found.iter().collect::<Vec<_>>())?;
    let names = directory(conn)?;
    found.into_iter().zip(calls).map(|(application, call)| row(language, &names, application, &call)).collect()
}

fn row(language: Language, names: &Directory, of: Row, call: &GrantCallLink) -> Result<Vec<Cell>> {
    let word = |path: &str| word(language, &format!("grants.{path}"));
    let yes = |said: bool| if said { word("yes") } else { Cell::Empty };
    Ok(vec![
        of.receipt_number.map_or(Cell::Empty, Cell::Text),
        name(language, &call.title),
        Cell::Text(of.title),
        word(&format!("applicant.{}", of.applicant)),
        Cell::Text(of.applicant_name),
        named(language, names.organisation(of.organisation_id)),
        name(language, &names.place(of.place_id)?.names),
        word(&format!("state.{}", of.state)),
        Cell::Amount(of.asked),
        Cell::Text(of.currency.to_string()),
        yes(of.youth_led),
        yes(of.women_led),
        of.submitted_at.map_or(Cell::Empty, |at| time(at.utc())),
    ])
}
