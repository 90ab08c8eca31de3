//! Printing batches, and reading how many of their sheets came back.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::PaperBatchId;
use super::domain::SheetState;
use super::input::NewPaperBatch;
use super::number::SheetNumber;
use super::policy::{PrintPaperBatch, VoidPaperBatch};
use super::scope::{programmes, within};
use super::sheets::state_of;
use super::view::{PaperBatch, PrintedBatch, PrintedSheet};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit, allowed};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::references;
use crate::http::{Cursor, Version};
use crate::names::Language;
use crate::programmes::ProgrammeId;
use crate::schema::{paper_batches as batches, paper_sheets as sheets};

/// Sheets of one person that may be under way: more would be paper that nobody follows.
pub const MOST_OUT: i64 = 1000;

#[derive(Queryable, Selectable)]
#[diesel(table_name = batches)]
pub(super) struct BatchRow {
    pub(super) id: PaperBatchId,
    pub(super) version: Version,
    pub(super) programme_id: ProgrammeId,
    pub(super) label: String,
    pub(super) language: Language,
    made_by: AccountId,
    pub(super) made_at: Moment,
}

/// A batch within reach; 404 otherwise.
pub(super) fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: PaperBatchId) -> Result<BatchRow> {
    Ok(batches::table.find(id).filter(within(&permit.scope()?)?).select(BatchRow::as_select()).first(conn)?)
}

/// The batches within reach, the latest first, one more than the page holds.
pub fn list<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<PaperBatch>> {
    let mut rows = batches::table
        .filter(within(&permit.scope()?)?)
        .order(batches::id.desc())
        .limit(limit + 1)
        .select(BatchRow::as_select())
        .into_boxed();
    if let Some(Cursor { key: _, id }) = after {
        let last: PaperBatchId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(batches::id.lt(last));
    }
    let rows = rows.load(conn)?;
    views(conn, permit, rows)
}

/// A batch within reach.
pub fn get<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: PaperBatchId) -> Result<PaperBatch> {
    let row = find(conn, permit, id)?;
    views(conn, permit, vec![row])?.pop().ok_or(ApiError::Internal)
}

#[derive(Default)]
struct Counted {
    out: i64,
    entered: i64,
    void: i64,
}

fn views<A: Action>(conn: &mut Conn, permit: &Permit<A>, rows: Vec<BatchRow>) -> Result<Vec<PaperBatch>> {
    let mut counted = count(conn, permit, rows.iter().map(|row| row.id).collect())?;
    let directory = directory(conn)?;
    let view = |row: BatchRow| -> Result<PaperBatch> {
        let BatchRow { id, version, programme_id, label, language, made_by, made_at } = row;
        let Counted { out, entered, void } = counted.remove(&id).unwrap_or_default();
        let actions = if out > 0 { allowed::<VoidPaperBatch>(permit.role()) } else { None };
        Ok(PaperBatch {
            id,
            version,
            programme_id: programme_id.into(),
            label,
            language,
            made_by: directory.person(Some(made_by)).ok_or(ApiError::Internal)?,
            made_at: made_at.utc(),
            out,
            entered,
            void,
            actions: actions.into_iter().collect(),
        })
    };
    rows.into_iter().map(view).collect()
}

type Standing = (PaperBatchId, Option<GrievanceId>, Option<Moment>);

/// How many sheets of each batch came back: of those whose case is out of reach it is not told, as of the case itself.
fn count<A: Action>(
    conn: &mut Conn,
    permit: &Permit<A>,
    ids: Vec<PaperBatchId>,
) -> Result<HashMap<PaperBatchId, Counted>> {
    let rows: Vec<Standing> = sheets::table
        .filter(sheets::batch_id.eq_any(ids))
        .select((sheets::batch_id, sheets::grievance_id, sheets::voided_at))
        .load(conn)?;
    let cases = rows.iter().filter_map(|(_, case, _)| *case).collect();
    let reached: HashSet<GrievanceId> = references(conn, permit, cases)?.into_keys().collect();
    let mut counted: HashMap<PaperBatchId, Counted> = HashMap::new();
    for (batch, case, voided_at) in rows {
        let entered = case.is_some_and(|case| reached.contains(&case));
        let of_batch = counted.entry(batch).or_default();
        match state_of(entered, voided_at.is_some()) {
            SheetState::Out => of_batch.out += 1,
            SheetState::Entered => of_batch.entered += 1,
            SheetState::Void => of_batch.void += 1,
        }
    }
    Ok(counted)
}

/// A new batch; `codes` come with their hashes.
pub fn print(
    conn: &mut Conn,
    permit: &Permit<PrintPaperBatch>,
    new: &NewPaperBatch,
    codes: Vec<(String, String)>,
    now: DateTime<Utc>,
) -> Result<PrintedBatch> {
    let account = permit.account()?;
    if !programmes(&permit.scope()?).contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    room_for(conn, permit, account, codes.len())?;
    let (id, sheets) = insert(conn, account, new, codes, now)?;
    Ok(PrintedBatch { batch: get(conn, permit, id)?, sheets })
}

/// Writes a batch and its sheets, whoever may print them.
pub(crate) fn insert(
    conn: &mut Conn,
    account: AccountId,
    new: &NewPaperBatch,
    codes: Vec<(String, String)>,
    now: DateTime<Utc>,
) -> Result<(PaperBatchId, Vec<PrintedSheet>)> {
    let id = PaperBatchId::at(now);
    let row = (
        (batches::id.eq(id), batches::programme_id.eq(new.programme_id), batches::label.eq(new.label.trim())),
        (batches::language.eq(new.language), batches::made_by.eq(account), batches::made_at.eq(Moment::from(now))),
    );
    diesel::insert_into(batches::table).values(row).execute(conn)?;
    let mut printed = vec![];
    for (code, hash) in codes {
        let number = draw(conn)?;
        let row = (sheets::number.eq(number), sheets::batch_id.eq(id), sheets::receipt_hash.eq(hash));
        diesel::insert_into(sheets::table).values(row).execute(conn)?;
        printed.push(PrintedSheet { number, code });
    }
    Ok((id, printed))
}

/// By what the caller is told of the own sheets: were those not counted whose case is out of reach, the limit would tell
/// how many there are.
fn room_for(conn: &mut Conn, permit: &Permit<PrintPaperBatch>, account: AccountId, more: usize) -> Result<()> {
    let own = batches::table.filter(batches::made_by.eq(account)).select(batches::id).load(conn)?;
    let out: i64 = count(conn, permit, own)?.values().map(|counted| counted.out).sum();
    let more = i64::try_from(more).unwrap_or(MOST_OUT);
    if out + more > MOST_OUT { Err(ApiError::Conflict("too_many_sheets")) } else { Ok(()) }
}

/// A number that no sheet has.
fn draw(conn: &mut Conn) -> Result<SheetNumber> {
    loop {
        let number = SheetNumber::draw();
        let taken = diesel::dsl::exists(sheets::table.find(number));
        if !diesel::select(taken).get_result::<bool>(conn)? {
            return Ok(number);
        }
    }
}
