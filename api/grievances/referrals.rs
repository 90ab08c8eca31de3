//! Cases passed on to a body outside the mechanism, and what it replied.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::GrievanceId;
use super::inputs::ReferralInput;
use super::view::{OwnReferral, Referral};
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::names::Person;
use crate::schema::grievance_referrals;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = grievance_referrals)]
pub struct Row {
    id: String,
    grievance_id: GrievanceId,
    at: Moment,
    pub account_id: AccountId,
    body: String,
    passed_on: String,
    consent: String,
    reply: Option<String>,
    replied_at: Option<Moment>,
}

pub fn add(
    conn: &mut Conn,
    case: GrievanceId,
    account: AccountId,
    input: ReferralInput,
    now: DateTime<Utc>,
) -> Result<()> {
    let ReferralInput { external_body, passed_on, consent } = input;
    let row = Row {
        id: GrievanceId::at(now).into(),
        grievance_id: case,
        at: now.into(),
        account_id: account,
        body: external_body,
        passed_on,
        consent,
        reply: None,
        replied_at: None,
    };
    diesel::insert_into(grievance_referrals::table).values(&row).execute(conn)?;
    Ok(())
}

/// A later reply takes the place of an earlier one; the timeline keeps both.
pub fn reply(conn: &mut Conn, case: GrievanceId, reply: &str, now: DateTime<Utc>) -> Result<()> {
    let row = last(conn, case)?.ok_or(ApiError::Internal)?;
    diesel::update(grievance_referrals::table.find(row.id))
        .set((grievance_referrals::reply.eq(reply), grievance_referrals::replied_at.eq(Moment::from(now))))
        .execute(conn)?;
    Ok(())
}

pub fn last(conn: &mut Conn, case: GrievanceId) -> Result<Option<Row>> {
    Ok(grievance_referrals::table
        .filter(grievance_referrals::grievance_id.eq(case))
        .order(grievance_referrals::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?)
}

impl Row {
    pub fn for_staff(self, by: Option<Person>) -> Referral {
        let Self { id: _, grievance_id: _, at, account_id: _, body, passed_on, consent, reply, replied_at } = self;
        let (at, replied_at) = (at.utc(), replied_at.map(Moment::utc));
        Referral { external_body: body, passed_on, consent, at, by, reply, replied_at }
    }

    pub fn for_reporter(self) -> OwnReferral {
        let Self { id: _, grievance_id: _, at, account_id: _, body, passed_on, consent: _, reply, replied_at } = self;
        let (at, replied_at) = (at.utc(), replied_at.map(Moment::utc));
        OwnReferral { external_body: body, passed_on, at, reply, replied_at }
    }
}
