//! From items to what the caller sees of them.

use super::store::{self, Row};
use super::subjects::Reached;
use super::view::AgendaItem;
use crate::authz::{Action, Permit, allowed};
use crate::db::Conn;
use crate::directory::directory;
use crate::error::Result;
use crate::meetings::domain::{AgendaItemKind, AgendaMove, Item, Maker, decide};
use crate::meetings::policy::{AcceptAgendaItem, Audience, DeclineAgendaItem, WithdrawAgendaItem, audience};
use crate::meetings::store::{Row as Meeting, maker};

/// What the caller reads of the agenda of a meeting within reach.
pub fn of<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: &Meeting) -> Result<Vec<AgendaItem>> {
    let mut rows = store::of(conn, meeting.id)?;
    rows.retain(|row| row.is_told(permit));
    views(conn, permit, meeting, rows)
}

/// One item that the caller was found to read of.
pub fn one<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: &Meeting, row: Row) -> Result<Option<AgendaItem>> {
    Ok(views(conn, permit, meeting, vec![row])?.pop())
}

fn views<A: Action>(conn: &mut Conn, permit: &Permit<A>, meeting: &Meeting, rows: Vec<Row>) -> Result<Vec<AgendaItem>> {
    let reached = Reached::of(conn, permit, &rows)?;
    let (names, maker) = (directory(conn)?, maker(permit)?);
    let staff = audience(permit.role()) == Audience::Staff;
    let view = |row: Row| {
        let subject = reached.subject(&row);
        let own = row.is_of(permit.actor().organisation);
        // What was said of a record may tell as much as the record.
        let known = row.kind == AgendaItemKind::Topic || subject.is_some();
        let inside = known && (staff || own);
        AgendaItem {
            id: row.id,
            version: row.version,
            kind: known.then_some(row.kind),
            state: row.state,
            side: row.side,
            own,
            proposed_at: row.proposed_at.utc(),
            organisation: if staff { names.organisation(Some(row.organisation_id)) } else { None },
            proposed_by: if staff { names.person(Some(row.proposed_by)) } else { None },
            actions: actions(meeting, &row, own, &maker),
            note: row.note.filter(|_| inside),
            reason: row.reason.filter(|_| inside),
            topic: row.topic,
            subject,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

fn actions(meeting: &Meeting, row: &Row, own: bool, maker: &Maker) -> Vec<&'static str> {
    let item = Item { state: row.state, own };
    let may = |made| decide(made, item, meeting.state, meeting.facilitator_id, maker).is_ok();
    [
        (AgendaMove::Accept, allowed::<AcceptAgendaItem>(maker.role)),
        (AgendaMove::Decline, allowed::<DeclineAgendaItem>(maker.role)),
        (AgendaMove::Withdraw, allowed::<WithdrawAgendaItem>(maker.role)),
    ]
    .into_iter()
    .filter_map(|(made, operation)| operation.filter(|_| may(made)))
    .collect()
}
