//! What somebody is reached at: sealed, shown masked, opened by a look that the audit trail keeps.

use diesel::prelude::*;

use super::StakeholderId;
use super::domain::{masked_address, masked_email, masked_phone};
use super::input::StakeholderContact;
use super::policy::GetStakeholderContact;
use super::store::{self, Row};
use super::view::MaskedContact;
use crate::authz::Permit;
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::schema::stakeholders;
use crate::secrets::Sealer;

/// Where a stakeholder's contact is sealed.
pub fn place(id: &str) -> String {
    format!("stakeholders/{id}/contact_sealed")
}

pub fn seal(sealer: &Sealer, id: StakeholderId, contact: &StakeholderContact) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(&contact.tidy()).map_err(|_| ApiError::Internal)?;
    sealer.seal(&place(id.as_str()), &json)
}

/// What a stakeholder within reach is reached at; 404 also if nothing is kept.
pub fn look(
    conn: &mut Conn,
    permit: &Permit<GetStakeholderContact>,
    sealer: &Sealer,
    id: StakeholderId,
) -> Result<StakeholderContact> {
    let row = store::find(conn, permit, id)?;
    open(conn, sealer, &row)?.ok_or(ApiError::NotFound)
}

/// The same as it is shown with the record.
pub fn masked(conn: &mut Conn, sealer: &Sealer, row: &Row) -> Result<Option<MaskedContact>> {
    let Some(StakeholderContact { phone, email, address }) = open(conn, sealer, row)? else { return Ok(None) };
    Ok(Some(MaskedContact {
        phone: phone.as_deref().map(masked_phone),
        email: email.as_deref().map(masked_email),
        address: address.as_deref().map(masked_address),
    }))
}

fn open(conn: &mut Conn, sealer: &Sealer, row: &Row) -> Result<Option<StakeholderContact>> {
    if !row.has_contact {
        return Ok(None);
    }
    let sealed: Option<Vec<u8>> = stakeholders::table.find(row.id).select(stakeholders::contact_sealed).first(conn)?;
    let Some(sealed) = sealed else { return Ok(None) };
    let plain = sealer.open(&place(row.id.as_str()), &sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|_| ApiError::Internal)
}
