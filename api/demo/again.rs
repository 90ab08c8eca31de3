//! The demonstration as a database that holds it already knows it.

use diesel::prelude::*;

use super::directory::{Directory, Person};
use super::files::{self, Account, Programmes, Site};
use crate::accounts::AccountId;
use crate::authz::Role;
use crate::db::Conn;
use crate::error::Result;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;
use crate::schema::{account_programmes, accounts, places, programmes, sites};
use crate::sites::SiteId;

/// The ids of places, programmes, sites and people. Organisations are reached through their sites and people.
pub fn known(conn: &mut Conn) -> Result<Directory> {
    let mut known = Directory::default();
    let all: Vec<(String, PlaceId)> = places::table.select((places::code, places::id)).load(conn)?;
    known.places.extend(all);
    for programme in files::read::<Programmes>(files::PROGRAMMES)?.programmes {
        let named = programmes::table.filter(programmes::name_en.eq(&programme.names.en));
        let id: Option<ProgrammeId> = named.select(programmes::id).first(conn).optional()?;
        known.programmes.extend(id.map(|id| (programme.key, id)));
    }
    for site in files::read::<Vec<Site>>(files::SITES)? {
        let licensed = sites::table.filter(sites::licence_number.eq(&site.licence_number));
        let ids: Option<(SiteId, OrganisationId)> =
            licensed.select((sites::id, sites::organisation_id)).first(conn).optional()?;
        known.sites.extend(ids.map(|ids| (site.key, ids)));
    }
    for account in files::read::<Vec<Account>>(files::ACCOUNTS)? {
        known.people.extend(person(conn, account)?);
    }
    Ok(known)
}

fn person(conn: &mut Conn, account: Account) -> Result<Option<Person>> {
    let found: Option<(AccountId, Role, OrganisationId)> = accounts::table
        .filter(accounts::email.eq(&account.email))
        .select((accounts::id, accounts::role, accounts::organisation_id))
        .first(conn)
        .optional()?;
    let Some((id, role, organisation)) = found else { return Ok(None) };
    let programmes = account_programmes::table
        .filter(account_programmes::account_id.eq(id))
        .select(account_programmes::programme_id)
        .load(conn)?;
    Ok(Some(Person { id, role, organisation, places: account.places, programmes }))
}
