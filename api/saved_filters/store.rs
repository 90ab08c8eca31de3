//! Reading and changing saved filters: always those of the caller's own account.

use diesel::prelude::*;

use super::policy::{CreateSavedFilter, DeleteSavedFilter, ListSavedFilters, UpdateSavedFilter};
use super::{SavedFilter, SavedFilterId};
use crate::accounts::AccountId;
use crate::authz::{self, Permit, Role};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::schema::saved_filters;

/// Filters that somebody may keep: more would be found no sooner than set anew.
pub const MOST: i64 = 50;

#[derive(Queryable, Selectable)]
#[diesel(table_name = saved_filters)]
pub struct SavedFilterRow {
    id: SavedFilterId,
    version: Version,
    name: String,
    query: String,
}

impl SavedFilterRow {
    pub fn view(self, role: Role) -> SavedFilter {
        let Self { id, version, name, query } = self;
        let actions = [authz::allowed::<UpdateSavedFilter>(role), authz::allowed::<DeleteSavedFilter>(role)];
        SavedFilter { id, version, name, query, actions: actions.into_iter().flatten().collect() }
    }
}

/// All of the caller's, by name.
pub fn list(conn: &mut Conn, permit: &Permit<ListSavedFilters>) -> Result<Vec<SavedFilterRow>> {
    Ok(saved_filters::table
        .filter(saved_filters::account_id.eq(permit.account()?))
        .order((saved_filters::name, saved_filters::id))
        .select(SavedFilterRow::as_select())
        .load(conn)?)
}

/// A new filter.
#[derive(Insertable)]
#[diesel(table_name = saved_filters)]
pub struct NewSavedFilterRow {
    pub id: SavedFilterId,
    pub account_id: AccountId,
    pub name: String,
    pub query: String,
}

pub fn create(conn: &mut Conn, permit: &Permit<CreateSavedFilter>, row: &NewSavedFilterRow) -> Result<SavedFilterRow> {
    let kept: i64 =
        saved_filters::table.filter(saved_filters::account_id.eq(row.account_id)).count().get_result(conn)?;
    if kept >= MOST {
        return Err(ApiError::Conflict("too_many_filters"));
    }
    diesel::insert_into(saved_filters::table).values(row).execute(conn)?;
    find(conn, permit.account()?, row.id)
}

fn find(conn: &mut Conn, account: AccountId, id: SavedFilterId) -> Result<SavedFilterRow> {
    Ok(saved_filters::table
        .find(id)
        .filter(saved_filters::account_id.eq(account))
        .select(SavedFilterRow::as_select())
        .first(conn)?)
}

#[derive(AsChangeset)]
#[diesel(table_name = saved_filters)]
pub struct SavedFilterChanges {
    pub name: Option<String>,
    pub query: Option<String>,
}

pub fn update(
    conn: &mut Conn,
    permit: &Permit<UpdateSavedFilter>,
    id: SavedFilterId,
    expected: IfMatch,
    changes: &SavedFilterChanges,
) -> Result<SavedFilterRow> {
    let account = permit.account()?;
    let before = find(conn, account, id)?;
    still(before.version, expected)?;
    let target = saved_filters::table.find(id).filter(saved_filters::version.eq(before.version));
    changed_one(diesel::update(target).set((changes, saved_filters::version.eq(before.version + 1))).execute(conn)?)?;
    find(conn, account, id)
}

pub fn delete(conn: &mut Conn, permit: &Permit<DeleteSavedFilter>, id: SavedFilterId, expected: IfMatch) -> Result<()> {
    let before = find(conn, permit.account()?, id)?;
    still(before.version, expected)?;
    let target = saved_filters::table.find(id).filter(saved_filters::version.eq(before.version));
    changed_one(diesel::delete(target).execute(conn)?)
}
