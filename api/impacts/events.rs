//! The timeline of an impact: who did what when, and why.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{ImpactMove, ImpactState};
use super::policy::{Audience, ListImpactEvents, audience};
use super::view::ImpactEvent;
use super::{ImpactEventId, ImpactId, store};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::directory::{Directory, directory};
use crate::error::{ApiError, Result};
use crate::http::Cursor;
use crate::schema::impact_events as events;
use crate::stakeholders::tags;

/// A step to be noted.
pub struct Step<'a> {
    pub made: ImpactMove,
    pub from: Option<ImpactState>,
    pub to: ImpactState,
    pub note: Option<&'a str>,
    /// Of a change: the names of the fields.
    pub fields: Option<&'a [&'static str]>,
}

pub fn note(conn: &mut Conn, impact: ImpactId, step: &Step, by: AccountId, now: DateTime<Utc>) -> Result<()> {
    let Step { made, from, to, note, fields } = step;
    let row = (
        (events::id.eq(ImpactEventId::at(now)), events::impact_id.eq(impact), events::at.eq(Moment::from(now))),
        (events::made.eq(*made), events::from_state.eq(*from), events::to_state.eq(*to)),
        (events::account_id.eq(by), events::note.eq(note.map(str::trim)), events::fields.eq(fields.map(tags::joined))),
    );
    diesel::insert_into(events::table).values(row).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: ImpactEventId,
    at: Moment,
    made: ImpactMove,
    from_state: Option<ImpactState>,
    to_state: ImpactState,
    account_id: AccountId,
    note: Option<String>,
    fields: Option<String>,
}

/// What happened to an impact within reach, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListImpactEvents>,
    id: ImpactId,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<ImpactEvent>> {
    let impact = store::find(conn, permit, id)?;
    let seen_by = audience(permit.role());
    let mut rows = events::table
        .filter(events::impact_id.eq(id))
        .order(events::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed::<Backend>();
    if let Some(Cursor { key: _, id }) = after {
        let last: ImpactEventId = id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(events::id.lt(last));
    }
    match seen_by {
        Audience::Staff => {}
        // What happened before it was published happened between the people and the programme.
        Audience::Published => {
            rows = rows.filter(events::at.ge(impact.published_at.ok_or(ApiError::NotFound)?));
        }
    }
    let rows: Vec<Row> = rows.load(conn)?;
    let names = directory(conn)?;
    rows.into_iter().map(|row| view(row, seen_by, &names)).collect()
}

fn view(row: Row, seen_by: Audience, names: &Directory) -> Result<ImpactEvent> {
    let Row { id, at, made, from_state: from, to_state: to, account_id, note, fields } = row;
    let (by, note, fields) = match seen_by {
        Audience::Staff => {
            let by = names.person(Some(account_id)).ok_or(ApiError::Internal)?;
            (Some(by), note, tags::parted(fields.as_deref().unwrap_or_default()).map(Into::into).collect())
        }
        Audience::Published => (None, note.filter(|_| is_told(made)), vec![]),
    };
    Ok(ImpactEvent { id, at: at.utc(), made, from, to, by, note, fields })
}

/// Whether whoever reads an impact reads the note of the move too.
fn is_told(made: ImpactMove) -> bool {
    match made {
        ImpactMove::PutOnAgenda | ImpactMove::Address => true,
        ImpactMove::Report
        | ImpactMove::Change
        | ImpactMove::Validate
        | ImpactMove::Prioritise
        | ImpactMove::Dismiss
        | ImpactMove::Return
        | ImpactMove::Publish
        | ImpactMove::WithdrawPublication => false,
    }
}
