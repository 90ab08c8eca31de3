//! Grants, and the identities that they open.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;

use super::IdentityGrantId;
use super::domain::{GRANTED, IdentityStatus, Purpose, check};
use super::policy::{CloseIdentity, GetIdentity, ListIdentityGrants, OpenIdentity};
use super::view::{Identity, IdentityGrant, Opening};
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::grievances::store::Case;
use crate::grievances::submit::{ReporterIdentity, identity_place};
use crate::names::Person;
use crate::schema::{accounts, grievance_erasures, grievances, identity_grants as grants};
use crate::secrets::Sealer;

/// Grants that a case shows.
const MOST: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = grants)]
struct GrantRow {
    id: IdentityGrantId,
    purpose: Purpose,
    reason: String,
    account_id: AccountId,
    #[diesel(select_expression = accounts::name)]
    name: String,
    granted_at: Moment,
    ends_at: Moment,
    looks: i64,
}

impl GrantRow {
    fn view(self) -> IdentityGrant {
        let Self { id, purpose, reason, account_id, name, granted_at, ends_at, looks } = self;
        let by = Person { id: account_id.into(), name };
        IdentityGrant { id, purpose, reason, by, granted_at: granted_at.utc(), ends_at: ends_at.utc(), looks }
    }
}

/// What is kept of who raised a case.
fn status(conn: &mut Conn, case: &Case) -> Result<IdentityStatus> {
    let of_case = grievance_erasures::table.filter(grievance_erasures::grievance_id.eq(case.id));
    let erased: bool = diesel::select(exists(of_case)).get_result(conn)?;
    Ok(IdentityStatus::of(case.identity_sealed, erased))
}

/// Grants the caller to see who raised a case that was found within reach.
pub fn open(
    conn: &mut Conn,
    permit: &Permit<OpenIdentity>,
    case: &Case,
    opening: &Opening,
    now: DateTime<Utc>,
) -> Result<IdentityGrantId> {
    let account = permit.account()?;
    let looks_after_it = case.owner_id == Some(account);
    check(permit.role(), looks_after_it, status(conn, case)?).map_err(ApiError::Conflict)?;
    let id = IdentityGrantId::at(now);
    let row = (
        (grants::id.eq(id), grants::grievance_id.eq(case.id), grants::account_id.eq(account)),
        (grants::purpose.eq(opening.purpose), grants::reason.eq(opening.reason.trim())),
        (grants::granted_at.eq(Moment::from(now)), grants::ends_at.eq(Moment::from(now + GRANTED))),
        grants::looks.eq(0),
    );
    diesel::insert_into(grants::table).values(row).execute(conn)?;
    Ok(id)
}

/// A grant that was just made.
pub fn granted(conn: &mut Conn, _: &Permit<OpenIdentity>, id: IdentityGrantId) -> Result<IdentityGrant> {
    let row: GrantRow = grants::table
        .inner_join(accounts::table)
        .filter(grants::id.eq(id))
        .select(GrantRow::as_select())
        .first(conn)?;
    Ok(row.view())
}

/// Who raised a case, if the caller has a grant that still holds; with the grant.
pub fn look(
    conn: &mut Conn,
    permit: &Permit<GetIdentity>,
    sealer: &Sealer,
    case: &Case,
    now: DateTime<Utc>,
) -> Result<(IdentityGrantId, Identity)> {
    let account = permit.account()?;
    // Who no longer looks after a case opens it no longer, whatever was granted.
    let looks_after_it = case.owner_id == Some(account);
    check(permit.role(), looks_after_it, status(conn, case)?).map_err(ApiError::Conflict)?;
    let (grant, ends_at): (IdentityGrantId, Moment) = grants::table
        .filter(grants::grievance_id.eq(case.id))
        .filter(grants::account_id.eq(account))
        .filter(grants::ends_at.gt(Moment::from(now)))
        .order(grants::ends_at.desc())
        .select((grants::id, grants::ends_at))
        .first(conn)
        .optional()?
        .ok_or(ApiError::Conflict("no_grant"))?;
    diesel::update(grants::table.find(grant)).set(grants::looks.eq(grants::looks + 1)).execute(conn)?;
    let ReporterIdentity { name, contact } = unseal(conn, sealer, case.id)?;
    Ok((grant, Identity { name, contact, ends_at: ends_at.utc() }))
}

fn unseal(conn: &mut Conn, sealer: &Sealer, case: GrievanceId) -> Result<ReporterIdentity> {
    let sealed: Option<Vec<u8>> = grievances::table.find(case).select(grievances::reporter_sealed).first(conn)?;
    let plain = sealer.open(&identity_place(case.as_str()), &sealed.ok_or(ApiError::NotFound)?)?;
    serde_json::from_slice(&plain).map_err(|_| ApiError::Internal)
}

/// Ends the caller's grants for a case.
pub fn close(conn: &mut Conn, permit: &Permit<CloseIdentity>, case: &Case, now: DateTime<Utc>) -> Result<()> {
    let own = grants::table
        .filter(grants::grievance_id.eq(case.id))
        .filter(grants::account_id.eq(permit.account()?))
        .filter(grants::ends_at.gt(Moment::from(now)));
    diesel::update(own).set(grants::ends_at.eq(Moment::from(now))).execute(conn)?;
    Ok(())
}

/// Who was granted to see who raised a case, the latest first.
pub fn list(conn: &mut Conn, _: &Permit<ListIdentityGrants>, case: &Case) -> Result<Vec<IdentityGrant>> {
    let rows: Vec<GrantRow> = grants::table
        .inner_join(accounts::table)
        .filter(grants::grievance_id.eq(case.id))
        .order((grants::granted_at.desc(), grants::id.desc()))
        .limit(MOST)
        .select(GrantRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(GrantRow::view).collect())
}
