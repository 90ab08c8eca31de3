//! Making accounts.

use diesel::prelude::*;

use super::{AccountId, memberships};
use crate::authz::Role;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::accounts;

/// A new account.
#[derive(Insertable)]
#[diesel(table_name = accounts)]
pub struct NewAccountRow {
    pub id: AccountId,
    /// In lower case.
    pub email: String,
    pub name: String,
    pub role: Role,
    pub language: Language,
    pub organisation_id: OrganisationId,
    pub password_hash: String,
    pub active: bool,
    pub created_at: Moment,
}

/// Makes an account with the places that it speaks for and the programmes that it works in.
pub fn insert(conn: &mut Conn, row: &NewAccountRow, places: &[PlaceId], programmes: &[ProgrammeId]) -> Result<()> {
    diesel::insert_into(accounts::table).values(row).execute(conn)?;
    memberships::set_places(conn, row.id, places)?;
    memberships::set_programmes(conn, row.id, programmes)
}
