//! Raising alerts, listing them, ending them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::super::policy::{GetCaseProtection, HandleAlert, ListAlerts};
use super::super::{AlertId, CheckInId, focal_points, reach};
use super::domain::{AlertKind, actions};
use super::view::{Alert, Handled, Handling};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::Person;
use crate::notifications::{Kind as NotificationKind, Subject, tell};
use crate::programmes::ProgrammeId;
use crate::schema::{accounts, grievances, protection_alerts as alerts};
use crate::secrets::Sealer;

/// Where the note of an alert is sealed.
pub fn place(id: &str) -> String {
    format!("protection_alerts/{id}/note_sealed")
}

/// Raises an alert, and tells the focal points of the programme. It leaves no trace on the case.
pub fn raise(
    conn: &mut Conn,
    programme: ProgrammeId,
    case: GrievanceId,
    kind: AlertKind,
    check_in: Option<CheckInId>,
    now: DateTime<Utc>,
) -> Result<AlertId> {
    let id = AlertId::at(now);
    diesel::insert_into(alerts::table)
        .values((
            (alerts::id.eq(id), alerts::programme_id.eq(programme), alerts::grievance_id.eq(case)),
            (alerts::kind.eq(kind), alerts::check_in_id.eq(check_in), alerts::raised_at.eq(Moment::from(now))),
        ))
        .execute(conn)?;
    let told = focal_points::of(conn, programme)?;
    tell(conn, &told, NotificationKind::ProtectionAlert, Subject::Case(case), now)?;
    Ok(id)
}

/// A silence that ended in a calm answer asks for nothing any more.
pub fn end_silence(conn: &mut Conn, check_in: CheckInId) -> Result<()> {
    let silence = alerts::table
        .filter(alerts::check_in_id.eq(check_in))
        .filter(alerts::kind.eq(AlertKind::Silence))
        .filter(alerts::handled_at.is_null());
    diesel::delete(silence).execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = alerts)]
struct AlertRow {
    id: AlertId,
    version: Version,
    kind: AlertKind,
    raised_at: Moment,
    grievance_id: GrievanceId,
    #[diesel(select_expression = grievances::reference)]
    reference: String,
    handled_at: Option<Moment>,
    #[diesel(select_expression = (accounts::id, accounts::name).nullable())]
    handled_by: Option<(AccountId, String)>,
    note_sealed: Option<Vec<u8>>,
}

impl AlertRow {
    fn view(self, sealer: &Sealer) -> Result<Alert> {
        let Self { id, version, kind, raised_at, grievance_id, reference, handled_at, handled_by, note_sealed } = self;
        let note = note_sealed.map(|note| sealer.open_text(&place(id.as_str()), &note)).transpose()?;
        let by = handled_by.map(|(id, name)| Person { id: id.into(), name });
        let handled = handled_at.map(|at| Handled { at: at.utc(), by, note });
        let actions = actions(handled.is_some()).to_vec();
        Ok(Alert { id, version, kind, raised_at: raised_at.utc(), grievance_id, reference, handled, actions })
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn joined() -> _ {
    alerts::table.inner_join(grievances::table).left_join(accounts::table)
}

/// Alerts within reach that wait for somebody, or all; the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListAlerts>,
    sealer: &Sealer,
    open: Option<bool>,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Vec<Alert>> {
    let programmes = reach::programmes(permit.scope()?)?;
    let mut rows = joined()
        .filter(alerts::programme_id.eq_any(programmes))
        .order(alerts::id.desc())
        .limit(limit + 1)
        .select(AlertRow::as_select())
        .into_boxed();
    rows = match open {
        Some(true) => rows.filter(alerts::handled_at.is_null()),
        Some(false) => rows.filter(alerts::handled_at.is_not_null()),
        None => rows,
    };
    if let Some(after) = after {
        let id: AlertId = after.id.parse().map_err(|_| ApiError::field("?after", "unknown"))?;
        rows = rows.filter(alerts::id.lt(id));
    }
    rows.load::<AlertRow>(conn)?.into_iter().map(|row| row.view(sealer)).collect()
}

/// The alerts of a case that was found within reach, the latest first.
pub fn of_case(
    conn: &mut Conn,
    _: &Permit<GetCaseProtection>,
    sealer: &Sealer,
    case: GrievanceId,
) -> Result<Vec<Alert>> {
    let rows: Vec<AlertRow> = joined()
        .filter(alerts::grievance_id.eq(case))
        .order(alerts::id.desc())
        .select(AlertRow::as_select())
        .load(conn)?;
    rows.into_iter().map(|row| row.view(sealer)).collect()
}

/// Notes what was done about an alert.
pub fn handle(
    conn: &mut Conn,
    permit: &Permit<HandleAlert>,
    sealer: &Sealer,
    id: AlertId,
    expected: IfMatch,
    handling: &Handling,
    now: DateTime<Utc>,
) -> Result<Alert> {
    let before = find(conn, permit, id)?;
    if before.handled_at.is_some() {
        return Err(ApiError::Conflict("already_handled"));
    }
    still(before.version, expected)?;
    let note = sealer.seal(&place(id.as_str()), handling.note.trim().as_bytes())?;
    let same = alerts::table.filter(alerts::id.eq(id)).filter(alerts::version.eq(before.version));
    let set = (
        (alerts::handled_at.eq(Moment::from(now)), alerts::handled_by.eq(permit.account()?)),
        (alerts::note_sealed.eq(note), alerts::version.eq(before.version + 1)),
    );
    changed_one(diesel::update(same).set(set).execute(conn)?)?;
    find(conn, permit, id)?.view(sealer)
}

fn find(conn: &mut Conn, permit: &Permit<HandleAlert>, id: AlertId) -> Result<AlertRow> {
    Ok(joined()
        .filter(alerts::id.eq(id))
        .filter(alerts::programme_id.eq_any(reach::programmes(permit.scope()?)?))
        .select(AlertRow::as_select())
        .first(conn)?)
}
