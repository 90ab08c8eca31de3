//! Codes within reach: made, taken away, and led along with the notes.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::input::NewPassageCode;
use super::view::{ImpactHeard, PassageCode};
use crate::accounts::AccountId;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::directory::directory;
use crate::error::{ApiError, Result};
use crate::focus_groups::domain::{FocusGroupEventKind, FocusGroupMove, Span, found_again, passage, target};
use crate::focus_groups::events::Happened;
use crate::focus_groups::input::FocusGroupReason;
use crate::focus_groups::moves::{Changes, make, settle};
use crate::focus_groups::policy::{
    CodeFocusGroupPassage, FinishCodingFocusGroup, ReopenCodingFocusGroup, UncodeFocusGroupPassage,
};
use crate::focus_groups::store::{Row, find};
use crate::focus_groups::{FocusGroupId, PassageCodeId, notes};
use crate::http::IfMatch;
use crate::impacts::domain::ImpactState;
use crate::impacts::policy::{CreateImpact, GetImpact};
use crate::impacts::{self, ImpactId};
use crate::schema::{focus_group_codes as codes, impacts as impact_rows};

/// Codes that a group has at most.
const MOST: i64 = 500;

/// A passage and the impact that it goes to.
pub struct NewCode<'a> {
    pub impact: ImpactId,
    pub span: Span,
    pub passage: &'a str,
}

/// Puts a passage to an impact: one that there is, or one that is made of it.
pub fn add(
    conn: &mut Conn,
    permit: &Permit<CodeFocusGroupPassage>,
    group: FocusGroupId,
    new: &NewPassageCode,
    now: DateTime<Utc>,
) -> Result<PassageCode> {
    let row = find(conn, permit, group)?;
    let state = target(FocusGroupMove::Code, row.state).ok_or(ApiError::Conflict("not_in_this_state"))?;
    stands_there(&notes::of(conn, group)?, new)?;
    let impact = impact_of(conn, permit, &row, new, now)?;
    free(conn, group, impact, new.span())?;
    let by = permit.account()?;
    let id = insert(conn, group, &NewCode { impact, span: new.span(), passage: &new.passage }, by, now)?;
    let happened = Happened::bare(FocusGroupEventKind::PassageCoded);
    settle(conn, &row, (state, &Changes::default()), &happened, by, now)?;
    of(conn, group)?.into_iter().find(|code| code.id == id).ok_or(ApiError::Internal)
}

/// Refuses what stands nowhere in the notes, and what others have written over.
fn stands_there(notes: &str, new: &NewPassageCode) -> Result<()> {
    match passage(notes, new.span()) {
        None => Err(ApiError::field("/ends", "invalid")),
        Some(text) if text != new.passage => Err(ApiError::field("/passage", "changed_meanwhile")),
        Some(_) => Ok(()),
    }
}

fn impact_of(
    conn: &mut Conn,
    permit: &Permit<CodeFocusGroupPassage>,
    group: &Row,
    new: &NewPassageCode,
    now: DateTime<Utc>,
) -> Result<ImpactId> {
    match (new.impact_id, &new.impact) {
        (Some(id), None) => known(conn, permit, group, id),
        (None, Some(impact)) if impact.programme_id == group.programme_id => {
            let may = permit.also::<CreateImpact>()?;
            let made = impacts::store::create(conn, &may, impact, now).map_err(|error| error.below("/impact"))?;
            audit::record(conn, &may.who(), CreateImpact::OPERATION, &Subject::new("impact", made.id), "", now)?;
            Ok(made.id)
        }
        (None, Some(_)) => Err(ApiError::field("/impact/programme_id", "unknown")),
        (Some(_), Some(_)) | (None, None) => Err(ApiError::field("/impact_id", "one_of_both")),
    }
}

fn known(conn: &mut Conn, permit: &Permit<CodeFocusGroupPassage>, group: &Row, id: ImpactId) -> Result<ImpactId> {
    let unknown = || ApiError::field("/impact_id", "unknown");
    let found = impacts::store::find(conn, &permit.also::<GetImpact>()?, id);
    let found = found.map_err(|error| if matches!(error, ApiError::NotFound) { unknown() } else { error })?;
    if found.programme_id != group.programme_id {
        return Err(unknown());
    }
    match found.state {
        ImpactState::Dismissed => Err(ApiError::field("/impact_id", "dismissed")),
        ImpactState::Reported
        | ImpactState::Validated
        | ImpactState::Prioritised
        | ImpactState::OnAgenda
        | ImpactState::Addressed => Ok(id),
    }
}

/// Refuses the same twice, and more than a group has.
fn free(conn: &mut Conn, group: FocusGroupId, impact: ImpactId, Span { starts, ends }: Span) -> Result<()> {
    let all = codes::table.filter(codes::focus_group_id.eq(group));
    if all.count().get_result::<i64>(conn)? >= MOST {
        return Err(ApiError::Conflict("too_many_codes"));
    }
    let same = all.filter(codes::impact_id.eq(impact)).filter(codes::starts.eq(starts).and(codes::ends.eq(ends)));
    if diesel::select(diesel::dsl::exists(same)).get_result(conn)? {
        return Err(ApiError::field("/impact_id", "already_there"));
    }
    Ok(())
}

/// Writes a code, whoever may.
pub fn insert(
    conn: &mut Conn,
    group: FocusGroupId,
    NewCode { impact, span, passage }: &NewCode,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<PassageCodeId> {
    let id = PassageCodeId::at(now);
    let row = (
        (codes::id.eq(id), codes::focus_group_id.eq(group), codes::impact_id.eq(*impact)),
        (codes::starts.eq(span.starts), codes::ends.eq(span.ends), codes::passage.eq(*passage)),
        (codes::account_id.eq(by), codes::at.eq(Moment::from(now))),
    );
    diesel::insert_into(codes::table).values(row).execute(conn)?;
    Ok(id)
}

/// Takes a code away; the impact stays.
pub fn remove(
    conn: &mut Conn,
    permit: &Permit<UncodeFocusGroupPassage>,
    group: FocusGroupId,
    code: PassageCodeId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::bare(FocusGroupEventKind::PassageUncoded);
    make(conn, permit, group, expected, FocusGroupMove::Code, &happened, now, |conn, _| {
        let target = codes::table.filter(codes::id.eq(code)).filter(codes::focus_group_id.eq(group));
        if diesel::delete(target).execute(conn)? == 0 { Err(ApiError::NotFound) } else { Ok(Changes::default()) }
    })
}

type CodeRow = ((PassageCodeId, i64, i64, String, AccountId, Moment), (ImpactId, String, ImpactState, bool));

/// The codes of a group that was found within reach, in the order of the notes.
pub fn of(conn: &mut Conn, group: FocusGroupId) -> Result<Vec<PassageCode>> {
    let rows: Vec<CodeRow> = codes::table
        .inner_join(impact_rows::table)
        .filter(codes::focus_group_id.eq(group))
        .order((codes::starts, codes::ends, codes::id))
        .select((
            (codes::id, codes::starts, codes::ends, codes::passage, codes::account_id, codes::at),
            (impact_rows::id, impact_rows::title, impact_rows::state, impact_rows::published),
        ))
        .load(conn)?;
    let names = directory(conn)?;
    let view = |((id, starts, ends, passage, account, at), (impact, title, state, published)): CodeRow| {
        let impact = ImpactHeard { id: impact, title, state, published };
        let by = names.person(Some(account)).ok_or(ApiError::Internal)?;
        Ok(PassageCode { id, starts, ends, passage, impact, by, at: at.utc() })
    };
    rows.into_iter().map(view).collect()
}

/// The impacts of a group that was found within reach, once each.
pub fn impacts_of(conn: &mut Conn, group: FocusGroupId) -> Result<Vec<ImpactId>> {
    let ids = codes::table.filter(codes::focus_group_id.eq(group)).order(codes::impact_id).select(codes::impact_id);
    Ok(ids.distinct().load(conn)?)
}

/// Puts the codes where their words stand in notes that are written anew; refused if words are gone that one rests on.
pub fn follow(conn: &mut Conn, group: FocusGroupId, written: &str) -> Result<()> {
    let rows: Vec<(PassageCodeId, i64, String)> = codes::table
        .filter(codes::focus_group_id.eq(group))
        .select((codes::id, codes::starts, codes::passage))
        .load(conn)?;
    for (id, stood, text) in rows {
        let Span { starts, ends } =
            found_again(written, &text, stood).ok_or_else(|| ApiError::field("/notes", "coded_passage_gone"))?;
        diesel::update(codes::table.find(id)).set((codes::starts.eq(starts), codes::ends.eq(ends))).execute(conn)?;
    }
    Ok(())
}

/// Notes that what was said has been made into impacts: one at least.
pub fn finish(
    conn: &mut Conn,
    permit: &Permit<FinishCodingFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<Row> {
    let happened = Happened::bare(FocusGroupEventKind::Coded);
    make(conn, permit, id, expected, FocusGroupMove::FinishCoding, &happened, now, |conn, _| {
        if impacts_of(conn, id)?.is_empty() { Err(ApiError::Conflict("nothing_coded")) } else { Ok(Changes::default()) }
    })
}

/// Opens the notes and the codes again.
pub fn reopen(
    conn: &mut Conn,
    permit: &Permit<ReopenCodingFocusGroup>,
    id: FocusGroupId,
    expected: IfMatch,
    FocusGroupReason { reason }: &FocusGroupReason,
    now: DateTime<Utc>,
) -> Result<Row> {
    if reason.trim().is_empty() {
        return Err(ApiError::field("/reason", "too_short"));
    }
    let happened = Happened::because(FocusGroupEventKind::CodingReopened, reason);
    make(conn, permit, id, expected, FocusGroupMove::ReopenCoding, &happened, now, |_, _| Ok(Changes::default()))
}
