//! The rows of imports: always those of the caller's own account, of programmes that it still is of.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::ImportId;
use super::domain::{ImportProblem, ImportState, KEPT, LOST_AFTER, MOST_KEPT};
use super::policy::{CreateStakeholderImport, DeleteStakeholderImport};
use super::run::Outcome;
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::exports::domain::Format;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::names::Language;
use crate::programmes::ProgrammeId;
use crate::schema::stakeholder_imports as imports;

#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = imports)]
pub struct ImportRow {
    pub id: ImportId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    pub file_name: String,
    pub format: Format,
    pub language: Language,
    pub state: ImportState,
    pub problem: Option<ImportProblem>,
    pub rows_total: i64,
    pub errors: i64,
    pub duplicates: i64,
    pub added: i64,
    pub updated: i64,
    pub skipped: i64,
    pub created_at: Moment,
    pub expires_at: Moment,
}

/// A file that was sent.
pub struct NewImport {
    pub programme: ProgrammeId,
    pub file_name: String,
    pub format: Format,
    pub language: Language,
}

fn own<A: Action>(permit: &Permit<A>, now: DateTime<Utc>) -> Result<imports::BoxedQuery<'static, Backend>> {
    Ok(imports::table
        .filter(imports::account_id.eq(permit.account()?))
        .filter(imports::programme_id.eq_any(permit.actor().programmes.clone()))
        .filter(imports::expires_at.gt(Moment::from(now)))
        .into_boxed())
}

/// The caller's imports, the latest first.
pub fn list<A: Action>(conn: &mut Conn, permit: &Permit<A>, now: DateTime<Utc>) -> Result<Vec<ImportRow>> {
    Ok(own(permit, now)?.order(imports::id.desc()).select(ImportRow::as_select()).load(conn)?)
}

pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: ImportId, now: DateTime<Utc>) -> Result<ImportRow> {
    Ok(own(permit, now)?.filter(imports::id.eq(id)).select(ImportRow::as_select()).first(conn)?)
}

pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateStakeholderImport>,
    id: ImportId,
    new: &NewImport,
    now: DateTime<Utc>,
) -> Result<ImportRow> {
    if !permit.actor().programmes.contains(&new.programme) {
        return Err(ApiError::field("?programme_id", "unknown"));
    }
    let kept: i64 = own(permit, now)?.count().get_result(conn)?;
    if kept >= MOST_KEPT {
        return Err(ApiError::Conflict("too_many_imports"));
    }
    let account: AccountId = permit.account()?;
    diesel::insert_into(imports::table)
        .values((
            (imports::id.eq(id), imports::account_id.eq(account), imports::programme_id.eq(new.programme)),
            (imports::file_name.eq(&new.file_name), imports::format.eq(new.format)),
            (imports::language.eq(new.language), imports::state.eq(ImportState::Checking)),
            (imports::created_at.eq(Moment::from(now)), imports::touched_at.eq(Moment::from(now))),
            imports::expires_at.eq(Moment::from(now + KEPT)),
        ))
        .execute(conn)?;
    find(conn, permit, id, now)
}

/// Moves an import of the version that the caller read on to another state; what may be moved is in one of `from`.
pub fn begin<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    id: ImportId,
    expected: IfMatch,
    to: ImportState,
    now: DateTime<Utc>,
) -> Result<ImportRow> {
    let row = find(conn, permit, id, now)?;
    still(row.version, expected)?;
    match row.state {
        ImportState::Checked => {}
        ImportState::Checking | ImportState::Running => return Err(ApiError::Conflict("import_under_way")),
        ImportState::Done | ImportState::Failed => return Err(ApiError::Conflict("import_ended")),
    }
    if to == ImportState::Running && row.errors > 0 {
        return Err(ApiError::Conflict("import_has_errors"));
    }
    changed_one(moved(conn, id, row.version, to, now)?)?;
    find(conn, permit, id, now)
}

fn moved(conn: &mut Conn, id: ImportId, at: Version, to: ImportState, now: DateTime<Utc>) -> Result<usize> {
    let target = imports::table.find(id).filter(imports::version.eq(at));
    let set = (imports::state.eq(to), imports::version.eq(at + 1), imports::touched_at.eq(Moment::from(now)));
    Ok(diesel::update(target).set(set).execute(conn)?)
}

/// What was found in a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    pub rows: i64,
    pub errors: i64,
    pub duplicates: i64,
}

/// Ends the looking through; `false` if it was deleted or given up meanwhile.
pub fn checked(conn: &mut Conn, id: ImportId, counted: Counted, now: DateTime<Utc>) -> Result<bool> {
    let target = imports::table.find(id).filter(imports::state.eq(ImportState::Checking));
    let set = (
        (imports::state.eq(ImportState::Checked), imports::version.eq(imports::version + 1)),
        (imports::rows_total.eq(counted.rows), imports::errors.eq(counted.errors)),
        (imports::duplicates.eq(counted.duplicates), imports::touched_at.eq(Moment::from(now))),
    );
    Ok(diesel::update(target).set(set).execute(conn)? == 1)
}

/// Ends the reading in, within its own transaction: where it was given up meanwhile, nothing is recorded.
pub fn done(conn: &mut Conn, id: ImportId, outcome: Outcome, now: DateTime<Utc>) -> Result<()> {
    let target = imports::table.find(id).filter(imports::state.eq(ImportState::Running));
    let set = (
        (imports::state.eq(ImportState::Done), imports::version.eq(imports::version + 1)),
        (imports::added.eq(outcome.added), imports::updated.eq(outcome.updated), imports::skipped.eq(outcome.skipped)),
        imports::touched_at.eq(Moment::from(now)),
    );
    changed_one(diesel::update(target).set(set).execute(conn)?)
}

/// Ends it: the file can't be read in.
pub fn fail(conn: &mut Conn, id: ImportId, problem: ImportProblem) -> Result<()> {
    let set = (
        imports::state.eq(ImportState::Failed),
        imports::problem.eq(problem),
        imports::version.eq(imports::version + 1),
    );
    diesel::update(imports::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Puts one back that broke off while it was read in: nothing of it was recorded.
pub fn put_back(conn: &mut Conn, id: ImportId, to: ImportState) -> Result<()> {
    let target = imports::table.find(id).filter(imports::state.eq(ImportState::Running));
    let set = (imports::state.eq(to), imports::version.eq(imports::version + 1));
    diesel::update(target).set(set).execute(conn)?;
    Ok(())
}

/// Deletes the row; whose file is then to be deleted too.
pub fn delete(
    conn: &mut Conn,
    permit: &Permit<DeleteStakeholderImport>,
    id: ImportId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, permit, id, now)?;
    still(row.version, expected)?;
    if row.state == ImportState::Running {
        return Err(ApiError::Conflict("import_under_way"));
    }
    changed_one(diesel::delete(imports::table.find(id).filter(imports::version.eq(row.version))).execute(conn)?)
}

/// Those that ended with their server.
pub fn lost(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<(ImportId, ImportState)>> {
    Ok(imports::table
        .filter(imports::state.eq_any([ImportState::Checking, ImportState::Running]))
        .filter(imports::touched_at.lt(Moment::from(now - LOST_AFTER)))
        .select((imports::id, imports::state))
        .load(conn)?)
}

/// Those whose day is over.
pub fn expired(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<ImportId>> {
    Ok(imports::table
        .filter(imports::expires_at.le(Moment::from(now)))
        .filter(imports::state.ne(ImportState::Running))
        .select(imports::id)
        .load(conn)?)
}

pub fn forget(conn: &mut Conn, id: ImportId) -> Result<()> {
    diesel::delete(imports::table.find(id)).execute(conn)?;
    Ok(())
}

/// Of these ids, those of imports whose file is still needed.
pub fn known(conn: &mut Conn, ids: &[ImportId]) -> Result<Vec<ImportId>> {
    let ended = [ImportState::Done, ImportState::Failed];
    Ok(imports::table
        .filter(imports::id.eq_any(ids).and(imports::state.ne_all(ended)))
        .select(imports::id)
        .load(conn)?)
}
