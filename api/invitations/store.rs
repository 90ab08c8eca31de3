//! Making, reading and using up invitations.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::InvitationState;
use super::policy::{CreateInvitation, ListInvitations, WithdrawInvitation};
use super::{Invitation, InvitationId};
use crate::accounts::AccountId;
use crate::accounts::memberships::{NamedRow, by_owner, named};
use crate::authz::{self, Permit, Role};
use crate::db::types::Moment;
use crate::db::{Backend, Conn};
use crate::error::{ApiError, Result};
use crate::http::version::{changed_one, still};
use crate::http::{Cursor, IfMatch, Version};
use crate::names::{Language, Named};
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{
    accounts as accounts_table, invitation_places, invitation_programmes, invitations, organisations, places,
    programmes,
};

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
struct InvitationRow {
    id: InvitationId,
    version: Version,
    email: String,
    name: String,
    role: Role,
    language: Language,
    #[diesel(select_expression = (
        organisations::id, (organisations::name_ky, organisations::name_ru, organisations::name_en)
    ))]
    organisation: NamedRow,
    created_at: Moment,
    expires_at: Moment,
    accepted_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
}

impl InvitationRow {
    fn state(&self, now: DateTime<Utc>) -> InvitationState {
        let (accepted, withdrawn) = (self.accepted_at.map(Moment::utc), self.withdrawn_at.map(Moment::utc));
        InvitationState::of(accepted, withdrawn, self.expires_at.utc(), now)
    }

    fn view(self, places: Vec<Named>, programmes: Vec<Named>, now: DateTime<Utc>) -> Invitation {
        let state = self.state(now);
        let withdraw = (state == InvitationState::Open).then(|| authz::allowed::<WithdrawInvitation>(Role::Admin));
        let Self { id, version, email, name, role, language, organisation, created_at, expires_at, .. } = self;
        Invitation {
            id,
            version,
            email,
            name,
            role,
            language,
            organisation: named(organisation),
            places,
            programmes,
            state,
            created_at: created_at.utc(),
            expires_at: expires_at.utc(),
            actions: withdraw.flatten().into_iter().collect(),
        }
    }
}

/// Invitations, the latest first, one more than the page holds.
pub fn list(
    conn: &mut Conn,
    _: &Permit<ListInvitations>,
    after: Option<Cursor>,
    limit: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Invitation>> {
    let mut query = invitations::table
        .inner_join(organisations::table)
        .select(InvitationRow::as_select())
        .order(invitations::id.desc())
        .limit(limit + 1)
        .into_boxed::<Backend>();
    if let Some(after) = after {
        query = query.filter(invitations::id.lt(after.id));
    }
    let rows = query.load(conn)?;
    complete(conn, rows, now)
}

fn complete(conn: &mut Conn, rows: Vec<InvitationRow>, now: DateTime<Utc>) -> Result<Vec<Invitation>> {
    let ids: Vec<InvitationId> = rows.iter().map(|row| row.id).collect();
    let mut places = places_of(conn, &ids)?;
    let mut programmes = programmes_of(conn, &ids)?;
    let view = |row: InvitationRow| {
        let (places, programmes) = (places.remove(&row.id), programmes.remove(&row.id));
        row.view(places.unwrap_or_default(), programmes.unwrap_or_default(), now)
    };
    Ok(rows.into_iter().map(view).collect())
}

fn places_of(conn: &mut Conn, ids: &[InvitationId]) -> Result<HashMap<InvitationId, Vec<Named>>> {
    let rows = invitation_places::table
        .inner_join(places::table.on(places::id.eq(invitation_places::place_id)))
        .filter(invitation_places::invitation_id.eq_any(ids.to_vec()))
        .order(places::path)
        .select((invitation_places::invitation_id, (places::id, (places::name_ky, places::name_ru, places::name_en))))
        .load(conn)?;
    Ok(by_owner(rows))
}

fn programmes_of(conn: &mut Conn, ids: &[InvitationId]) -> Result<HashMap<InvitationId, Vec<Named>>> {
    let rows = invitation_programmes::table
        .inner_join(programmes::table.on(programmes::id.eq(invitation_programmes::programme_id)))
        .filter(invitation_programmes::invitation_id.eq_any(ids.to_vec()))
        .order(programmes::id)
        .select((
            invitation_programmes::invitation_id,
            (programmes::id, (programmes::name_ky, programmes::name_ru, programmes::name_en)),
        ))
        .load(conn)?;
    Ok(by_owner(rows))
}

/// A new invitation.
#[derive(Insertable)]
#[diesel(table_name = invitations)]
pub struct NewInvitationRow {
    pub id: InvitationId,
    pub token_hash: String,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub organisation_id: OrganisationId,
    pub invited_by: AccountId,
    pub created_at: Moment,
    pub expires_at: Moment,
}

/// Makes an invitation for an address that has neither an account nor an open invitation.
pub fn create(
    conn: &mut Conn,
    _: &Permit<CreateInvitation>,
    row: &NewInvitationRow,
    place_ids: &[PlaceId],
    programme_ids: &[ProgrammeId],
) -> Result<Invitation> {
    let now = row.created_at.utc();
    check_address(conn, &row.email, now)?;
    diesel::insert_into(invitations::table).values(row).execute(conn)?;
    for place in place_ids {
        diesel::insert_into(invitation_places::table)
            .values((invitation_places::invitation_id.eq(row.id), invitation_places::place_id.eq(place)))
            .execute(conn)?;
    }
    for programme in programme_ids {
        diesel::insert_into(invitation_programmes::table)
            .values((
                invitation_programmes::invitation_id.eq(row.id),
                invitation_programmes::programme_id.eq(programme),
            ))
            .execute(conn)?;
    }
    let row = find(conn, row.id)?;
    complete(conn, vec![row], now)?.pop().ok_or(ApiError::Internal)
}

fn check_address(conn: &mut Conn, email: &str, now: DateTime<Utc>) -> Result<()> {
    let accounts = accounts_table::table.filter(accounts_table::email.eq(email));
    if diesel::select(diesel::dsl::exists(accounts)).get_result(conn)? {
        return Err(ApiError::field("/email", "taken"));
    }
    let open = invitations::table
        .filter(invitations::email.eq(email))
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::withdrawn_at.is_null())
        .filter(invitations::expires_at.gt(Moment::from(now)));
    if diesel::select(diesel::dsl::exists(open)).get_result(conn)? {
        return Err(ApiError::field("/email", "invited"));
    }
    Ok(())
}

fn find(conn: &mut Conn, id: InvitationId) -> Result<InvitationRow> {
    Ok(invitations::table
        .inner_join(organisations::table)
        .filter(invitations::id.eq(id))
        .select(InvitationRow::as_select())
        .first(conn)?)
}

/// Makes the link of an open invitation useless.
pub fn withdraw(
    conn: &mut Conn,
    _: &Permit<WithdrawInvitation>,
    id: InvitationId,
    expected: IfMatch,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = find(conn, id)?;
    still(row.version, expected)?;
    if row.state(now) != InvitationState::Open {
        return Err(ApiError::Conflict("not_open"));
    }
    // Whoever accepts it at the same moment comes first or not at all.
    let open = invitations::table.filter(invitations::id.eq(id)).filter(invitations::version.eq(row.version));
    let withdrawn =
        (invitations::withdrawn_at.eq(Some(Moment::from(now))), invitations::version.eq(invitations::version + 1));
    changed_one(diesel::update(open).set(withdrawn).execute(conn)?)
}
