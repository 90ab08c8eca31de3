//! The demonstration's people.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::directory::{Directory, Person, find};
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
        let Account { email, name, role, organisation, places: codes, programmes, language } = account;
        let id = AccountId::at(now);
        let organisation = find(&known.organisations, &organisation)?;
        let row = NewAccountRow {
            id,
            email,
            name,
            role,
            language,
            organisation_id: organisation,
            password_hash: password_hash.to_owned(),
            active: true,
            created_at: now.into(),
        };
        let places = codes.iter().map(|code| find(&known.places, code)).collect::<Result<Vec<_>>>()?;
        let programmes = programmes.iter().map(|key| find(&known.programmes, key)).collect::<Result<Vec<_>>>()?;
        create::insert(conn, &row, &places, &programmes)?;
        known.people.push(Person { id, role, organisation, places: codes, programmes });
    }
    Ok(())
}

/// The accounts of the demonstration that this database has.
pub fn present(conn: &mut Conn) -> Result<Vec<DemoAccount>> {
    let files: Vec<Account> = files::read(files::ACCOUNTS)?;
    let mut present = vec![];
    for Account { email, .. } in files {
        let found: Option<(Role, String)> = accounts::table
            .inner_join(organisations::table.on(organisations::id.eq(accounts::organisation_id)))
            .filter(accounts::email.eq(&email))
            .filter(accounts::active)
            .select((accounts::role, organisations::name_en))
            .first(conn)
            .optional()?;
        present.extend(found.map(|(role, organisation)| DemoAccount { email, role, organisation }));
    }
    Ok(present)
}
