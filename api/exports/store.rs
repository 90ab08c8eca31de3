//! The rows of exports: always those of the caller's own account.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{ExportState, ExportedList, FORGOTTEN_AFTER, Format, KEPT, LOST_AFTER, MOST_KEPT, MOST_UNFINISHED};
use super::part::Stored;
use super::policy::{CreateExport, DeleteExport, GetExport, GetExportFile, ListExports};
use super::view::NewExport;
use super::{Export, ExportId};
use crate::accounts::AccountId;
use crate::authz::{self, Action, Permit, Role, Scope};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::grant_applications::policy::ListGrantApplications;
use crate::grievances::GrievanceId;
use crate::grievances::policy::ListGrievances;
use crate::grievances::scope::within;
use crate::http::version::{changed_one, still};
use crate::http::{IfMatch, Version};
use crate::names::Language;
use crate::programmes::ProgrammeId;
use crate::schema::{exports, grievances};
use crate::stakeholders::policy::{GetStakeholderContact, ListStakeholders};

#[derive(Queryable, Selectable)]
#[diesel(table_name = exports)]
pub struct ExportRow {
    pub id: ExportId,
    pub version: Version,
    scope: String,
    pub format: Format,
    language: Language,
    list: ExportedList,
    query: String,
    contacts: bool,
    pub state: ExportState,
    rows_done: i64,
    rows_total: Option<i64>,
    truncated: bool,
    pub parts: i64,
    pub size: i64,
    pub created_at: Moment,
    expires_at: Moment,
}

impl ExportRow {
    pub fn view(self, role: Role) -> Export {
        let file = (self.state == ExportState::Ready).then(|| authz::allowed::<GetExportFile>(role)).flatten();
        let Self {
            id,
            version,
            format,
            language,
            list,
            query,
            contacts,
            state,
            rows_done,
            rows_total,
            truncated,
            size,
            ..
        } = self;
        Export {
            id,
            version,
            format,
            language,
            list,
            query,
            contacts,
            state,
            rows_done,
            rows_total,
            truncated,
            size,
            created_at: self.created_at.utc(),
            expires_at: self.expires_at.utc(),
            actions: [file, authz::allowed::<DeleteExport>(role)].into_iter().flatten().collect(),
        }
    }
}

/// How far an actor reads a list, in one form whichever order it was read in.
fn reach<A: Action>(permit: &Permit<A>, list: ExportedList) -> Result<String> {
    let mut scope = match list {
        ExportedList::Grievances => permit.also::<ListGrievances>()?.scope()?,
        ExportedList::Stakeholders => permit.also::<ListStakeholders>()?.scope()?,
        ExportedList::GrantApplications => permit.also::<ListGrantApplications>()?.scope()?,
    };
    match &mut scope {
        Scope::Programmes { ids: programmes, protection: _ }
        | Scope::Company { organisation: _, programmes }
        | Scope::Released { programmes } => programmes.sort_unstable(),
        Scope::Territory { paths, programmes } | Scope::Community { account: _, paths, programmes } => {
            programmes.sort_unstable();
            paths.sort_unstable();
        }
        Scope::Everything | Scope::Account(_) => {}
    }
    serde_json::to_string(&scope).map_err(|_| ApiError::Internal)
}

fn own(account: AccountId, now: DateTime<Utc>) -> exports::BoxedQuery<'static, Backend> {
    exports::table
        .filter(exports::account_id.eq(account))
        .filter(exports::expires_at.gt(Moment::from(now)))
        .into_boxed()
}

/// The caller's exports, the latest first.
pub fn list(conn: &mut Conn, permit: &Permit<ListExports>, now: DateTime<Utc>) -> Result<Vec<ExportRow>> {
    Ok(own(permit.account()?, now).order(exports::id.desc()).select(ExportRow::as_select()).load(conn)?)
}

pub fn get(conn: &mut Conn, permit: &Permit<GetExport>, id: ExportId, now: DateTime<Utc>) -> Result<ExportRow> {
    find(conn, permit.account()?, id, now)
}

fn find(conn: &mut Conn, account: AccountId, id: ExportId, now: DateTime<Utc>) -> Result<ExportRow> {
    Ok(own(account, now).filter(exports::id.eq(id)).select(ExportRow::as_select()).first(conn)?)
}

/// An export whose file may be given out: ready, and its maker reaches as far as then.
pub fn ready(conn: &mut Conn, permit: &Permit<GetExportFile>, id: ExportId, now: DateTime<Utc>) -> Result<ExportRow> {
    let row = find(conn, permit.account()?, id, now)?;
    if row.contacts {
        permit.also::<GetStakeholderContact>()?;
    }
    if row.scope != reach(permit, row.list)? {
        return Err(ApiError::NotFound);
    }
    if row.state == ExportState::Ready { Ok(row) } else { Err(ApiError::Conflict("not_ready")) }
}

pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateExport>,
    id: ExportId,
    new: &NewExport,
    now: DateTime<Utc>,
) -> Result<ExportRow> {
    let account = permit.account()?;
    let kept: Vec<ExportState> = own(account, now).select(exports::state).load(conn)?;
    let count = |states: usize| i64::try_from(states).unwrap_or(i64::MAX);
    let unfinished = kept.iter().filter(|state| state.is_unfinished()).count();
    if count(unfinished) >= MOST_UNFINISHED || count(kept.len()) >= MOST_KEPT {
        return Err(ApiError::Conflict("too_many_exports"));
    }
    diesel::insert_into(exports::table)
        .values((
            (exports::id.eq(id), exports::account_id.eq(account), exports::scope.eq(reach(permit, new.list())?)),
            (exports::list.eq(new.list()), exports::contacts.eq(new.contacts)),
            (exports::format.eq(new.format), exports::language.eq(new.language), exports::query.eq(&new.query)),
            (exports::state.eq(ExportState::Waiting), exports::created_at.eq(Moment::from(now))),
            (exports::touched_at.eq(Moment::from(now)), exports::expires_at.eq(Moment::from(now + KEPT))),
        ))
        .execute(conn)?;
    find(conn, account, id, now)
}

/// Deletes the row; whose pieces are then to be deleted too.
pub fn delete(
    conn: &mut Conn,
    permit: &Permit<DeleteExport>,
    id: ExportId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, permit.account()?, id, now)?;
    still(row.version, expected)?;
    changed_one(diesel::delete(exports::table.find(id).filter(exports::version.eq(row.version))).execute(conn)?)
}

/// Begins one that waits; `false` if it does not wait any more.
pub fn begin(conn: &mut Conn, id: ExportId, now: DateTime<Utc>) -> Result<bool> {
    let waiting = exports::table.find(id).filter(exports::state.eq(ExportState::Waiting));
    let set = (
        exports::state.eq(ExportState::Running),
        exports::version.eq(exports::version + 1),
        exports::touched_at.eq(Moment::from(now)),
    );
    Ok(diesel::update(waiting).set(set).execute(conn)? == 1)
}

/// Notes how far a running export is; `false` once it was deleted, or given up.
pub fn progress(
    conn: &mut Conn,
    id: ExportId,
    rows_done: i64,
    rows_total: Option<i64>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let running = exports::table.find(id).filter(exports::state.eq(ExportState::Running));
    let set = (
        exports::rows_done.eq(rows_done),
        exports::rows_total.eq(rows_total),
        exports::touched_at.eq(Moment::from(now)),
    );
    Ok(diesel::update(running).set(set).execute(conn)? == 1)
}

/// What became of a finished file.
pub struct Finished {
    pub rows: i64,
    pub truncated: bool,
    pub stored: Stored,
}

/// Ends a running export; `false` once it was deleted, or given up.
pub fn finish(conn: &mut Conn, id: ExportId, finished: &Finished, now: DateTime<Utc>) -> Result<bool> {
    let running = exports::table.find(id).filter(exports::state.eq(ExportState::Running));
    let set = (
        (exports::state.eq(ExportState::Ready), exports::version.eq(exports::version + 1)),
        (exports::rows_done.eq(finished.rows), exports::rows_total.eq(Some(finished.rows))),
        (exports::truncated.eq(finished.truncated), exports::parts.eq(finished.stored.parts)),
        (exports::size.eq(finished.stored.size), exports::touched_at.eq(Moment::from(now))),
    );
    Ok(diesel::update(running).set(set).execute(conn)? == 1)
}

pub fn fail(conn: &mut Conn, id: ExportId) -> Result<()> {
    let set = (exports::state.eq(ExportState::Failed), exports::version.eq(exports::version + 1));
    diesel::update(exports::table.find(id)).set(set).execute(conn)?;
    Ok(())
}

/// Gives up those that ended with their server.
pub fn give_up_lost(conn: &mut Conn, now: DateTime<Utc>) -> Result<usize> {
    let lost = |state: ExportState, since: DateTime<Utc>| {
        exports::state.eq(state).and(exports::touched_at.lt(Moment::from(since)))
    };
    let lost = exports::table
        .filter(lost(ExportState::Running, now - LOST_AFTER).or(lost(ExportState::Waiting, now - FORGOTTEN_AFTER)));
    let set = (exports::state.eq(ExportState::Failed), exports::version.eq(exports::version + 1));
    Ok(diesel::update(lost).set(set).execute(conn)?)
}

/// Those whose day is over.
pub fn expired(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<ExportId>> {
    Ok(exports::table.filter(exports::expires_at.le(Moment::from(now))).select(exports::id).load(conn)?)
}

/// Forgets the exports whose makers reach a case, ready or under way: to be called before it leaves their reach, or its
/// words leave it. Nobody else's goes, so that it tells nothing to whom the list tells nothing. The files are then
/// nobody's, and [`super::tidy`] deletes them.
pub fn forget_showing(conn: &mut Conn, case: GrievanceId) -> Result<()> {
    for (id, scope) in made(conn, ExportedList::Grievances)? {
        let scope: Scope = serde_json::from_str(&scope).map_err(|_| ApiError::Internal)?;
        let shown = grievances::table.filter(grievances::id.eq(case)).filter(within(&scope)?);
        if shown.count().get_result::<i64>(conn)? > 0 {
            forget(conn, id)?;
        }
    }
    Ok(())
}

fn made(conn: &mut Conn, list: ExportedList) -> Result<Vec<(ExportId, String)>> {
    Ok(exports::table.filter(exports::list.eq(list)).select((exports::id, exports::scope)).load(conn)?)
}

/// Forgets the exports of a programme's stakeholders: to be called before somebody's number leaves the register, or the
/// person does. A file may show it, if only its last digits.
pub fn forget_stakeholders(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    for (id, scope) in made(conn, ExportedList::Stakeholders)? {
        let scope: Scope = serde_json::from_str(&scope).map_err(|_| ApiError::Internal)?;
        let shown = match scope {
            Scope::Programmes { ids, protection: _ } => ids.contains(&programme),
            Scope::Everything => true,
            // No policy gives these for stakeholders.
            Scope::Account(_)
            | Scope::Company { .. }
            | Scope::Territory { .. }
            | Scope::Community { .. }
            | Scope::Released { .. } => false,
        };
        if shown {
            forget(conn, id)?;
        }
    }
    Ok(())
}

/// Forgets the exports of a programme's applications for grants: to be called before somebody's name leaves them.
pub fn forget_grant_applications(conn: &mut Conn, programme: ProgrammeId) -> Result<()> {
    for (id, scope) in made(conn, ExportedList::GrantApplications)? {
        let shown = match serde_json::from_str(&scope).map_err(|_| ApiError::Internal)? {
            Scope::Programmes { ids: programmes, protection: _ }
            | Scope::Community { account: _, paths: _, programmes } => programmes.contains(&programme),
            // No policy gives these for applications.
            Scope::Everything
            | Scope::Account(_)
            | Scope::Company { .. }
            | Scope::Territory { .. }
            | Scope::Released { .. } => false,
        };
        if shown {
            forget(conn, id)?;
        }
    }
    Ok(())
}

pub fn forget(conn: &mut Conn, id: ExportId) -> Result<()> {
    diesel::delete(exports::table.find(id)).execute(conn)?;
    Ok(())
}

/// Of these ids, those of exports that there are.
pub fn known(conn: &mut Conn, ids: &[ExportId]) -> Result<Vec<ExportId>> {
    Ok(exports::table.filter(exports::id.eq_any(ids)).select(exports::id).load(conn)?)
}
