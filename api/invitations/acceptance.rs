//! Using an invitation. The link's token is all the leave that is needed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::InvitationId;
use crate::accounts::AccountId;
use crate::accounts::create::{self, NewAccountRow};
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{invitation_places, invitation_programmes, invitations};

/// What a link stands for while it is open.
#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct OpenRow {
    pub id: InvitationId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub organisation_id: OrganisationId,
}

/// The open invitation of a link.
pub fn open(conn: &mut Conn, token_hash: &str, now: DateTime<Utc>) -> Result<OpenRow> {
    Ok(invitations::table
        .filter(invitations::token_hash.eq(token_hash))
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::withdrawn_at.is_null())
        .filter(invitations::expires_at.gt(Moment::from(now)))
        .select(OpenRow::as_select())
        .first(conn)?)
}

/// Uses up the invitation of a link, and opens the account that it promised.
pub fn accept(conn: &mut Conn, token_hash: &str, password_hash: String, now: DateTime<Utc>) -> Result<NewAccountRow> {
    let OpenRow { id, email, name, role, language, organisation_id } = open(conn, token_hash, now)?;
    use_up(conn, id, now)?;
    let account = NewAccountRow {
        id: AccountId::at(now),
        email,
        name,
        role,
        language,
        organisation_id,
        password_hash,
        active: true,
        created_at: Moment::from(now),
    };
    let places: Vec<PlaceId> = invitation_places::table
        .filter(invitation_places::invitation_id.eq(id))
        .select(invitation_places::place_id)
        .load(conn)?;
    let programmes: Vec<ProgrammeId> = invitation_programmes::table
        .filter(invitation_programmes::invitation_id.eq(id))
        .select(invitation_programmes::programme_id)
        .load(conn)?;
    create::insert(conn, &account, &places, &programmes)?;
    Ok(account)
}

/// Of two who accept at once, the second finds it used.
fn use_up(conn: &mut Conn, id: InvitationId, now: DateTime<Utc>) -> Result<()> {
    let unused = invitations::table
        .filter(invitations::id.eq(id))
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::withdrawn_at.is_null());
    let accepted =
        (invitations::accepted_at.eq(Some(Moment::from(now))), invitations::version.eq(invitations::version + 1));
    if diesel::update(unused).set(accepted).execute(conn)? == 1 { Ok(()) } else { Err(ApiError::NotFound) }
}
