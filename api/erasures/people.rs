//! Taking somebody out of the register of stakeholders: the figures keep a category, a place, a sex and an age band; nothing
//! keeps the person.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::ErasureId;
use super::ledger::ErasedStakeholder;
use super::policy::EraseStakeholder;
use super::view::StakeholderErasureInput;
use crate::accounts::AccountId;
use crate::authz::Permit;
use crate::db::Conn;
use crate::db::copy::tables;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::engagements;
use crate::error::{ApiError, Result};
use crate::exports;
use crate::grant_applications;
use crate::grievances::clock::day_of;
use crate::http::version::{changed_one, still};
use crate::http::{IdempotencyKey, IfMatch};
use crate::mandates;
use crate::organisations::OrganisationId;
use crate::schema::{
    stakeholder_erasures as erasures, stakeholder_events, stakeholder_relationships as relationships, stakeholder_tags,
    stakeholders,
};
use crate::stakeholders::domain::{AgeBand, ConsentForm, ConsentStanding, age_band_of};
use crate::stakeholders::{StakeholderId, likeness, store};

/// Takes somebody within reach out of the register, for good.
pub fn erase(
    conn: &mut Conn,
    permit: &Permit<EraseStakeholder>,
    id: StakeholderId,
    expected: IfMatch,
    input: &StakeholderErasureInput,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = store::find(conn, permit, id)?;
    still(row.version, expected)?;
    // Whoever speaks for a community is known to it until the mandate ends.
    if mandates::erase::holds(conn, id)? {
        return Err(ApiError::Conflict("holds_mandate"));
    }
    take_out(conn, id, now)?;
    let erased =
        ErasedStakeholder { id: ErasureId::at(now), stakeholder_id: id, account_id: permit.account()?, at: now };
    insert(conn, &erased, input.reason.trim())
}

/// Takes out of the tables whatever is of the person, without noting it.
pub fn take_out(conn: &mut Conn, id: StakeholderId, now: DateTime<Utc>) -> Result<()> {
    let row = store::reread(conn, id)?;
    let band = row.age_band.or_else(|| row.birth_year.map(|year| age_band_of(year, day_of(now))));
    blank(conn, id, row.version, band, now)?;
    diesel::delete(stakeholder_tags::table.filter(stakeholder_tags::stakeholder_id.eq(id))).execute(conn)?;
    diesel::delete(stakeholder_events::table.filter(stakeholder_events::stakeholder_id.eq(id))).execute(conn)?;
    search::remove(conn, Kind::Stakeholder, id.as_str())?;
    likeness::forget(conn, id)?;
    // Whoever gave the register out gave out the name.
    exports::store::forget_stakeholders(conn, row.programme_id)?;
    let mut told_at = vec![row.created_at];
    told_at.extend(part(conn, id)?);
    told_at.extend(mandates::erase::without(conn, id)?);
    told_at.extend(engagements::erase::without(conn, id, now)?);
    told_at.extend(grant_applications::erase::without(conn, id, row.programme_id)?);
    IdempotencyKey::forget_answers(conn, &told_at)
}

fn blank(conn: &mut Conn, id: StakeholderId, version: i64, band: Option<AgeBand>, now: DateTime<Utc>) -> Result<()> {
    let set = (
        (stakeholders::name.eq(""), stakeholders::name_key.eq(""), stakeholders::position.eq(None::<String>)),
        stakeholders::organisation_id.eq(None::<OrganisationId>),
        (stakeholders::birth_year.eq(None::<i64>), stakeholders::age_band.eq(band)),
        (stakeholders::languages.eq(""), stakeholders::tags.eq(""), stakeholders::words.eq("")),
        stakeholders::contact_sealed.eq(None::<Vec<u8>>),
        (stakeholders::influence.eq(None::<i64>), stakeholders::interest.eq(None::<i64>)),
        (stakeholders::stance.eq(None::<i64>), stakeholders::assessed_at.eq(None::<Moment>)),
        (
            stakeholders::consent.eq(ConsentStanding::None),
            stakeholders::consent_purpose.eq(None::<String>),
            stakeholders::consent_form.eq(None::<ConsentForm>),
            stakeholders::consent_given_on.eq(None::<NaiveDate>),
            stakeholders::consent_withdrawn_on.eq(None::<NaiveDate>),
        ),
        (
            stakeholders::version.eq(version + 1),
            stakeholders::updated_at.eq(Moment::from(now)),
            stakeholders::erased_at.eq(Moment::from(now)),
        ),
    );
    changed_one(diesel::update(stakeholders::table.find(id)).set(set).execute(conn)?)
}

/// Deletes what the person was to others: who employs or represents somebody is enough to know who it was. When each was
/// recorded.
fn part(conn: &mut Conn, id: StakeholderId) -> Result<Vec<Moment>> {
    let theirs = relationships::from_id.eq(id).or(relationships::to_id.eq(id));
    let recorded = relationships::table.filter(theirs).select(relationships::created_at).load(conn)?;
    diesel::delete(relationships::table.filter(theirs)).execute(conn)?;
    Ok(recorded)
}

pub fn insert(conn: &mut Conn, erased: &ErasedStakeholder, reason: &str) -> Result<()> {
    let ErasedStakeholder { id, stakeholder_id, account_id, at } = erased;
    let row = (
        (erasures::id.eq(id), erasures::stakeholder_id.eq(stakeholder_id), erasures::account_id.eq(account_id)),
        (erasures::at.eq(Moment::from(*at)), erasures::reason.eq(reason)),
    );
    diesel::insert_into(erasures::table).values(row).execute(conn)?;
    Ok(())
}

/// All that were made; none where an older program left the database, of which a backup is made as it is.
pub fn all(conn: &mut Conn) -> Result<Vec<ErasedStakeholder>> {
    if !tables(conn)?.iter().any(|table| table.name == "stakeholder_erasures") {
        return Ok(vec![]);
    }
    let rows: Vec<(ErasureId, StakeholderId, AccountId, Moment)> = erasures::table
        .order((erasures::at, erasures::id))
        .select((erasures::id, erasures::stakeholder_id, erasures::account_id, erasures::at))
        .load(conn)?;
    let erased = |(id, stakeholder_id, account_id, at): (_, _, _, Moment)| ErasedStakeholder {
        id,
        stakeholder_id,
        account_id,
        at: at.utc(),
    };
    Ok(rows.into_iter().map(erased).collect())
}
