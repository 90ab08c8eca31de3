//! The organisation of the first account, which is made before there is anybody to make it.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::store::{NewOrganisationRow, insert};
use super::{OrganisationId, OrganisationKind};
use crate::db::Conn;
use crate::db::search::normalise;
use crate::error::{ApiError, Result};
use crate::names::Names;
use crate::schema::organisations;

/// The organisation with this id or name, in any language and letter case; where there is none at all, a new NGO.
pub fn find_or_make(conn: &mut Conn, wanted: &str, now: DateTime<Utc>) -> Result<OrganisationId> {
    let all: Vec<(OrganisationId, Names)> = organisations::table
        .order(organisations::id)
        .select((organisations::id, (organisations::name_ky, organisations::name_ru, organisations::name_en)))
        .load(conn)?;
    let name = normalise(wanted);
    let found = all.iter().find(|(id, names)| id.as_str() == wanted || names.are(&name));
    match found {
        Some((id, _)) => Ok(*id),
        None if all.is_empty() => make(conn, wanted, now),
        None => Err(ApiError::field("/organisation", "unknown")),
    }
}

fn make(conn: &mut Conn, name: &str, now: DateTime<Utc>) -> Result<OrganisationId> {
    let id = OrganisationId::at(now);
    let row = NewOrganisationRow {
        id,
        kind: OrganisationKind::Ngo,
        name_ky: name.to_owned(),
        name_ru: name.to_owned(),
        name_en: name.to_owned(),
        territory_id: None,
    };
    insert(conn, &row)?;
    Ok(id)
}
