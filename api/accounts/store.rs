//! Reading and changing accounts.

use chrono::Utc;
use diesel::prelude::*;

use super::memberships::{self, NamedRow, named};
use super::policy::{ChangePassword, GetMe, UpdateMe};
use super::{AccountId, Me};
use crate::authz::{self, Permit, Role};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::Result;
use crate::http::version::changed_one;
use crate::http::{IfMatch, Version};
use crate::names::{Language, Named};
use crate::organisations::OrganisationId;
use crate::schema::{accounts, organisations};
use crate::second_factor::domain::Demand;
use crate::second_factor::{self, challenge};

/// The caller's own account.
pub fn me(conn: &mut Conn, permit: &Permit<GetMe>, demand: Demand) -> Result<Me> {
    of(conn, permit.account()?, demand)
}

/// The role of an account, before there is a permit.
pub fn role_of(conn: &mut Conn, id: AccountId) -> Result<Role> {
    Ok(accounts::table.find(id).select(accounts::role).first(conn)?)
}

/// The account of an address.
pub fn id_of(conn: &mut Conn, email: &str) -> Result<AccountId> {
    Ok(accounts::table.filter(accounts::email.eq(email)).select(accounts::id).first(conn)?)
}

/// The hash of an account's password, and its address.
pub fn credentials(conn: &mut Conn, id: AccountId) -> Result<(String, String)> {
    Ok(accounts::table.find(id).select((accounts::password_hash, accounts::email)).first(conn)?)
}

/// An account as its holder sees it; for a session that was just opened, before there is a permit.
pub fn of(conn: &mut Conn, id: AccountId, demand: Demand) -> Result<Me> {
    let (version, name, email, role, language, mail_wanted, organisation): (
        Version,
        String,
        String,
        Role,
        Language,
        bool,
        OrganisationId,
    ) = accounts::table
        .find(id)
        .select((
            accounts::version,
            accounts::name,
            accounts::email,
            accounts::role,
            accounts::language,
            accounts::mail_wanted,
            accounts::organisation_id,
        ))
        .first(conn)?;
    let factor = second_factor::store::standing(conn, id)?;
    let state = demand.state(role, factor.confirmed_at.is_some());
    Ok(Me {
        id,
        version,
        name,
        email,
        role,
        language,
        mail_wanted,
        organisation: organisation_named(conn, organisation)?,
        places: memberships::places_of(conn, &[id], Utc::now())?.remove(&id).unwrap_or_default(),
        programmes: memberships::programmes_of(conn, &[id])?.remove(&id).unwrap_or_default(),
        second_factor: state,
        second_factor_reset_at: factor.reset_at.map(Moment::utc),
        operations: authz::operations_of(role, state),
    })
}

pub fn organisation_named(conn: &mut Conn, id: OrganisationId) -> Result<Named> {
    let row: NamedRow = organisations::table
        .find(id)
        .select((organisations::id, (organisations::name_ky, organisations::name_ru, organisations::name_en)))
        .first(conn)?;
    Ok(named(row))
}

/// Changes of the caller's own account.
#[derive(AsChangeset)]
#[diesel(table_name = accounts)]
pub struct OwnChange {
    pub name: Option<String>,
    pub language: Option<Language>,
    pub mail_wanted: Option<bool>,
}

pub fn update_me(conn: &mut Conn, permit: &Permit<UpdateMe>, expected: &IfMatch, change: &OwnChange) -> Result<()> {
    let target = accounts::table.filter(accounts::id.eq(permit.account()?)).filter(accounts::version.eq(expected.0));
    changed_one(diesel::update(target).set((change, accounts::version.eq(accounts::version + 1))).execute(conn)?)
}

pub fn password_hash(conn: &mut Conn, permit: &Permit<ChangePassword>) -> Result<String> {
    Ok(accounts::table.find(permit.account()?).select(accounts::password_hash).first(conn)?)
}

/// A sign-in that the old password began does not go on.
pub fn set_password(conn: &mut Conn, permit: &Permit<ChangePassword>, hash: &str) -> Result<()> {
    let account = permit.account()?;
    diesel::update(accounts::table.find(account)).set(accounts::password_hash.eq(hash)).execute(conn)?;
    challenge::forget(conn, account)
}
