//! Who agreed to have the name kept: sealed, shown masked, opened with a reason, deleted when the person takes it back.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::domain::{FocusGroupEventKind, FocusGroupMove, now_possible};
use super::events::{self, Happened};
use super::input::{FocusGroupReason, NewParticipant};
use super::policy::{
    AddFocusGroupParticipant, ListFocusGroupParticipants, OpenFocusGroupParticipants, WithdrawFocusGroupParticipant,
};
use super::store::{find, refuse};
use super::view::{MaskedParticipant, OpenedParticipant};
use super::{FocusGroupId, FocusGroupParticipantId};
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::clock::day_of;
use crate::http::IfMatch;
use crate::http::version::still;
use crate::schema::focus_group_participants as participants;
use crate::secrets::Sealer;
use crate::stakeholders::domain::{AgeBand, ConsentForm, Sex, refused_consent};

/// People that a group has at most.
const MOST: i64 = 100;

/// Where a name is sealed.
pub fn place(id: &str) -> String {
    format!("focus_group_participants/{id}/name_sealed")
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = participants)]
struct Kept {
    id: FocusGroupParticipantId,
    name_sealed: Vec<u8>,
    sex: Sex,
    band: AgeBand,
    consent_form: ConsentForm,
    consented_on: NaiveDate,
}

impl Kept {
    fn open(&self, sealer: &Sealer) -> Result<String> {
        sealer.open_text(&place(self.id.as_str()), &self.name_sealed)
    }

    fn masked(self, sealer: &Sealer) -> Result<MaskedParticipant> {
        let first: String = self.open(sealer)?.chars().take(1).collect();
        let Self { id, name_sealed: _, sex, band, consent_form, consented_on } = self;
        Ok(MaskedParticipant { id, name: format!("{first}•••"), sex, age_band: band, consent_form, consented_on })
    }
}

fn kept(conn: &mut Conn, group: FocusGroupId) -> Result<Vec<Kept>> {
    Ok(participants::table
        .filter(participants::focus_group_id.eq(group))
        .order(participants::id)
        .select(Kept::as_select())
        .load(conn)?)
}

/// How many names a group keeps.
pub fn count(conn: &mut Conn, group: FocusGroupId) -> Result<i64> {
    Ok(participants::table.filter(participants::focus_group_id.eq(group)).count().get_result(conn)?)
}

/// Those of a group within reach, masked.
pub fn list(
    conn: &mut Conn,
    permit: &Permit<ListFocusGroupParticipants>,
    sealer: &Sealer,
    group: FocusGroupId,
) -> Result<Vec<MaskedParticipant>> {
    find(conn, permit, group)?;
    kept(conn, group)?.into_iter().map(|one| one.masked(sealer)).collect()
}

/// Keeps a name.
pub fn add(
    conn: &mut Conn,
    permit: &Permit<AddFocusGroupParticipant>,
    sealer: &Sealer,
    group: FocusGroupId,
    new: &NewParticipant,
    now: DateTime<Utc>,
) -> Result<MaskedParticipant> {
    let row = find(conn, permit, group)?;
    if !now_possible(FocusGroupMove::KeepParticipants, row.state) {
        return Err(ApiError::Conflict("not_in_this_state"));
    }
    let mut refused: Vec<_> =
        refused_consent(new.consented_on, day_of(now)).map(|code| ("/consented_on", code)).into_iter().collect();
    if new.name.trim().is_empty() {
        refused.push(("/name", "too_short"));
    }
    refuse(refused)?;
    if count(conn, group)? >= MOST {
        return Err(ApiError::Conflict("too_many_participants"));
    }
    let id = insert(conn, sealer, group, new, now)?;
    let happened = Happened::bare(FocusGroupEventKind::ParticipantAdded);
    events::note(conn, group, &happened, permit.account()?, now)?;
    let one: Kept = participants::table.find(id).select(Kept::as_select()).first(conn)?;
    one.masked(sealer)
}

/// Seals and writes a name, whoever may.
pub(crate) fn insert(
    conn: &mut Conn,
    sealer: &Sealer,
    group: FocusGroupId,
    new: &NewParticipant,
    now: DateTime<Utc>,
) -> Result<FocusGroupParticipantId> {
    let id = FocusGroupParticipantId::at(now);
    let sealed = sealer.seal(&place(id.as_str()), new.name.trim().as_bytes())?;
    let row = (
        (participants::id.eq(id), participants::focus_group_id.eq(group), participants::name_sealed.eq(sealed)),
        (participants::sex.eq(new.sex), participants::band.eq(new.age_band)),
        (participants::consent_form.eq(new.consent_form), participants::consented_on.eq(new.consented_on)),
    );
    diesel::insert_into(participants::table).values(row).execute(conn)?;
    Ok(id)
}

/// The names of a group within reach; who asked for them and why is in its timeline.
pub fn open(
    conn: &mut Conn,
    permit: &Permit<OpenFocusGroupParticipants>,
    sealer: &Sealer,
    group: FocusGroupId,
    expected: IfMatch,
    FocusGroupReason { reason }: &FocusGroupReason,
    now: DateTime<Utc>,
) -> Result<Vec<OpenedParticipant>> {
    let row = find(conn, permit, group)?;
    still(row.version, expected)?;
    if reason.trim().is_empty() {
        return Err(ApiError::field("/reason", "too_short"));
    }
    let all = kept(conn, group)?;
    if all.is_empty() {
        return Err(ApiError::NotFound);
    }
    let happened = Happened::because(FocusGroupEventKind::ParticipantsOpened, reason);
    events::note(conn, group, &happened, permit.account()?, now)?;
    all.iter().map(|one| Ok(OpenedParticipant { id: one.id, name: one.open(sealer)? })).collect()
}

/// Deletes the name of somebody who took the consent back.
pub fn withdraw(
    conn: &mut Conn,
    permit: &Permit<WithdrawFocusGroupParticipant>,
    group: FocusGroupId,
    one: FocusGroupParticipantId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, permit, group)?;
    still(row.version, expected)?;
    let target = participants::table.filter(participants::id.eq(one)).filter(participants::focus_group_id.eq(group));
    if diesel::delete(target).execute(conn)? == 0 {
        return Err(ApiError::NotFound);
    }
    let happened = Happened::bare(FocusGroupEventKind::ParticipantWithdrew);
    events::note(conn, group, &happened, permit.account()?, now)
}
