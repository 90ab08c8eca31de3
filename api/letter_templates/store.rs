//! Reading and changing templates, within the caller's programmes.

use diesel::prelude::*;

use super::policy::{
    CreateLetterTemplate, DeleteLetterTemplate, GetLetterTemplate, ListLetterTemplates, UpdateLetterTemplate,
};
use super::view::Bodies;
use super::{LetterTemplate, LetterTemplateId};
use crate::accounts::memberships::{NamedRow, named};
use crate::authz::{self, Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::names::Names;
use crate::programmes::ProgrammeId;
use crate::schema::{letter_templates, programmes};

/// Templates that a programme may have: they are chosen from one list.
pub const MOST: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = letter_templates)]
pub struct LetterTemplateRow {
    pub id: LetterTemplateId,
    pub version: Version,
    #[diesel(select_expression = (programmes::id, (programmes::name_ky, programmes::name_ru, programmes::name_en)))]
    programme: NamedRow,
    #[diesel(select_expression = (letter_templates::name_ky, letter_templates::name_ru, letter_templates::name_en))]
    pub names: Names,
    #[diesel(select_expression = (letter_templates::body_ky, letter_templates::body_ru, letter_templates::body_en))]
    pub bodies: Bodies,
}

impl LetterTemplateRow {
    pub fn view(self, role: Role) -> LetterTemplate {
        let Self { id, version, programme, names, bodies } = self;
        let actions = [authz::allowed::<UpdateLetterTemplate>(role), authz::allowed::<DeleteLetterTemplate>(role)];
        let actions = actions.into_iter().flatten().collect();
        LetterTemplate { id, version, programme: named(programme), names, bodies, actions }
    }
}

/// All templates of the caller's programmes, the oldest first.
pub fn list(conn: &mut Conn, permit: &Permit<ListLetterTemplates>) -> Result<Vec<LetterTemplateRow>> {
    of_programmes(conn, permit.programmes()?)
}

pub(super) fn of_programmes(conn: &mut Conn, ids: Vec<ProgrammeId>) -> Result<Vec<LetterTemplateRow>> {
    Ok(letter_templates::table
        .inner_join(programmes::table)
        .filter(letter_templates::programme_id.eq_any(ids))
        .order(letter_templates::id)
        .select(LetterTemplateRow::as_select())
        .load(conn)?)
}

pub fn get(conn: &mut Conn, permit: &Permit<GetLetterTemplate>, id: LetterTemplateId) -> Result<LetterTemplateRow> {
    find(conn, permit.programmes()?, id)
}

pub(super) fn find(conn: &mut Conn, within: Vec<ProgrammeId>, id: LetterTemplateId) -> Result<LetterTemplateRow> {
    Ok(letter_templates::table
        .inner_join(programmes::table)
        .filter(letter_templates::id.eq(id))
        .filter(letter_templates::programme_id.eq_any(within))
        .select(LetterTemplateRow::as_select())
        .first(conn)?)
}

/// A new template.
#[derive(Insertable)]
#[diesel(table_name = letter_templates)]
pub struct NewLetterTemplateRow {
    pub id: LetterTemplateId,
    pub programme_id: ProgrammeId,
    pub name_ky: String,
    pub name_ru: String,
    pub name_en: String,
    pub body_ky: String,
    pub body_ru: String,
    pub body_en: String,
}

pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateLetterTemplate>,
    row: &NewLetterTemplateRow,
) -> Result<LetterTemplateRow> {
    let within = permit.programmes()?;
    if !within.contains(&row.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    let kept: i64 =
        letter_templates::table.filter(letter_templates::programme_id.eq(row.programme_id)).count().get_result(conn)?;
    if kept >= MOST {
        return Err(ApiError::Conflict("too_many_templates"));
    }
    insert(conn, row)?;
    find(conn, within, row.id)
}

pub fn insert(conn: &mut Conn, row: &NewLetterTemplateRow) -> Result<()> {
    diesel::insert_into(letter_templates::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(AsChangeset)]
#[diesel(table_name = letter_templates)]
pub struct LetterTemplateChanges {
    pub name_ky: Option<String>,
    pub name_ru: Option<String>,
    pub name_en: Option<String>,
    pub body_ky: Option<String>,
    pub body_ru: Option<String>,
    pub body_en: Option<String>,
}

pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateLetterTemplate>,
    id: LetterTemplateId,
    expected: IfMatch,
    changes: &LetterTemplateChanges,
) -> Result<LetterTemplateRow> {
    let within = permit.programmes()?;
    let before = find(conn, within.clone(), id)?;
    still(before.version, expected)?;
    let target = letter_templates::table.find(id).filter(letter_templates::version.eq(before.version));
    let set = (changes, letter_templates::version.eq(before.version + 1));
    changed_one(diesel::update(target).set(set).execute(conn)?)?;
    find(conn, within, id)
}

pub fn delete(
    conn: &mut Conn,
    permit: &Permit<DeleteLetterTemplate>,
    id: LetterTemplateId,
    expected: IfMatch,
) -> Result<()> {
    let before = find(conn, permit.programmes()?, id)?;
    still(before.version, expected)?;
    let target = letter_templates::table.find(id).filter(letter_templates::version.eq(before.version));
    changed_one(diesel::delete(target).execute(conn)?)
}
