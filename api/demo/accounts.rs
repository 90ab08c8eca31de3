//! The demonstration's people.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::directory::{Directory, find};
use super::files::{self, Account};
use crate::accounts::AccountId;
use crate::accounts::create::{self, NewAccountRow};
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::schema::{accounts, organisations};

/// Somebody to sign in as.
pub struct DemoAccount {
    pub email: String,
    pub role: Role,
    /// In English.
    pub organisation: String,
}

pub fn load(conn: &mut Conn, known: &mut Directory, password_hash: &str, now: DateTime<Utc>) -> Result<()> {
    for account in files::read::<Vec<Account>>(files::ACCOUNTS)? {
        let Account { key, email, name, role, organisation, places, programmes, language } = account;
        let id = AccountId::at(now);
        let row = NewAccountRow {
            id,
            email,
            name,
            role,
            language,
            organisation_id: find(&known.organisations, &organisation)?,
            password_hash: password_hash.to_owned(),
            active: true,
            created_at: now.into(),
        };
        let places = places.iter().map(|code| find(&known.places, code)).collect::<Result<Vec<_>>>()?;
        let programmes = programmes.iter().map(|key| find(&known.programmes, key)).collect::<Result<Vec<_>>>()?;
        create::insert(conn, &row, &places, &programmes)?;
        known.accounts.insert(key, id);
    }
    Ok(())
}

/// The accounts of the demonstration that this database has.
pub fn present(conn: &mut Conn) -> Result<Vec<DemoAccount>> {
    let emails: Vec<String> =
        files::read::<Vec<Account>>(files::ACCOUNTS)?.into_iter().map(|account| account.email).collect();
    let rows: Vec<(String, Role, String)> = accounts::table
        .inner_join(organisations::table.on(organisations::id.eq(accounts::organisation_id)))
        .filter(accounts::email.eq_any(emails))
        .filter(accounts::active)
        .order(accounts::id)
        .select((accounts::email, accounts::role, organisations::name_en))
        .load(conn)?;
    Ok(rows.into_iter().map(|(email, role, organisation)| DemoAccount { email, role, organisation }).collect())
}
