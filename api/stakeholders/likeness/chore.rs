//! Giving keys to records that were made before there were any.

use std::time::Duration;

use diesel::prelude::*;

use super::super::StakeholderId;
use super::super::contact::place;
use super::super::input::StakeholderContact;
use super::{Phone, phone_mark, renew};
use crate::app::System;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::keeper::Chore;
use crate::schema::{stakeholder_keys, stakeholders};
use crate::secrets::Sealer;

/// Records of one transaction.
const TOGETHER: i64 = 200;

pub const CHORE: Chore = Chore {
    name: "find_likely_pairs_of_stakeholders",
    every: Duration::from_hours(6),
    run: |system, _| Box::pin(catch_up(system)),
};

/// Finds whom those may be of whom nobody has looked yet.
pub async fn catch_up(system: &System) -> Result<()> {
    loop {
        let sealer = system.sealer.clone();
        if system.db.write(move |conn| few(conn, &sealer)).await? == 0 {
            return Ok(());
        }
    }
}

fn few(conn: &mut Conn, sealer: &Sealer) -> Result<usize> {
    let keyed = stakeholder_keys::table.filter(stakeholder_keys::stakeholder_id.eq(stakeholders::id));
    let without: Vec<(StakeholderId, Option<Vec<u8>>)> = stakeholders::table
        .filter(diesel::dsl::not(diesel::dsl::exists(keyed)))
        .filter(stakeholders::merged_into.is_null())
        .order(stakeholders::id)
        .limit(TOGETHER)
        .select((stakeholders::id, stakeholders::contact_sealed))
        .load(conn)?;
    for (id, sealed) in &without {
        let contact: Option<StakeholderContact> = match sealed {
            Some(sealed) => {
                let plain = sealer.open(&place(id.as_str()), sealed)?;
                Some(serde_json::from_slice(&plain).map_err(|_| ApiError::Internal)?)
            }
            None => None,
        };
        renew(conn, *id, Phone::Now(phone_mark(sealer, contact.as_ref())?))?;
    }
    Ok(without.len())
}
