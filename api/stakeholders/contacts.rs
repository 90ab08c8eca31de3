//! What many people are reached at, for a file that one of those who may look asked for.

use std::collections::HashMap;

use diesel::prelude::*;

use super::StakeholderId;
use super::contact::place;
use super::input::StakeholderContact;
use super::store::Row;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::schema::stakeholders;
use crate::secrets::Sealer;

/// The contacts of some stakeholders, of those who have one.
pub fn of(conn: &mut Conn, sealer: &Sealer, rows: &[Row]) -> Result<HashMap<StakeholderId, StakeholderContact>> {
    let ids: Vec<StakeholderId> = rows.iter().filter(|row| row.has_contact).map(|row| row.id).collect();
    let sealed: Vec<(StakeholderId, Option<Vec<u8>>)> = stakeholders::table
        .filter(stakeholders::id.eq_any(ids))
        .select((stakeholders::id, stakeholders::contact_sealed))
        .load(conn)?;
    let open = |(id, sealed): (StakeholderId, Option<Vec<u8>>)| -> Option<Result<(StakeholderId, StakeholderContact)>> {
        let sealed = sealed?;
        let plain = sealer.open(&place(id.as_str()), &sealed);
        Some(plain.and_then(|plain| Ok((id, serde_json::from_slice(&plain).map_err(|_| ApiError::Internal)?))))
    };
    sealed.into_iter().filter_map(open).collect()
}
