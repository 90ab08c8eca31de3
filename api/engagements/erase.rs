//! Contacts without somebody who was taken out of the register.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::EngagementId;
use crate::accounts::AccountId;
use crate::db::Conn;
use crate::db::search::{self, Kind};
use crate::db::types::Moment;
use crate::error::Result;
use crate::schema::{engagement_stakeholders as links, engagements, notifications, stakeholders};
use crate::stakeholders::StakeholderId;

/// Takes the words out of the contacts that concern nobody else who is still in the register, and what was to follow from
/// them. That there was a contact, on which day and how, stays for the figures. When each was recorded.
pub fn without(conn: &mut Conn, person: StakeholderId, now: DateTime<Utc>) -> Result<Vec<Moment>> {
    let alone = only_with(conn, person)?;
    let mut recorded = vec![];
    for id in alone {
        recorded.push(engagements::table.find(id).select(engagements::created_at).first(conn)?);
        blank(conn, id, now)?;
        search::remove(conn, Kind::Engagement, id.as_str())?;
        diesel::delete(notifications::table.filter(notifications::engagement_id.eq(id))).execute(conn)?;
    }
    Ok(recorded)
}

fn only_with(conn: &mut Conn, person: StakeholderId) -> Result<Vec<EngagementId>> {
    let others = diesel::alias!(crate::schema::engagement_stakeholders as others);
    let somebody_else = others
        .inner_join(stakeholders::table.on(stakeholders::id.eq(others.field(links::stakeholder_id))))
        .filter(others.field(links::engagement_id).eq(links::engagement_id))
        .filter(stakeholders::erased_at.is_null())
        .filter(stakeholders::id.ne(person));
    Ok(links::table
        .filter(links::stakeholder_id.eq(person))
        .filter(not(exists(somebody_else)))
        .select(links::engagement_id)
        .load(conn)?)
}

fn blank(conn: &mut Conn, id: EngagementId, now: DateTime<Utc>) -> Result<()> {
    let set = (
        (engagements::summary.eq(""), engagements::words.eq("")),
        (engagements::version.eq(engagements::version + 1), engagements::updated_at.eq(Moment::from(now))),
        (
            engagements::task.eq(None::<String>),
            engagements::owner_id.eq(None::<AccountId>),
            engagements::due_on.eq(None::<NaiveDate>),
        ),
        (
            engagements::done_on.eq(None::<NaiveDate>),
            engagements::done_note.eq(None::<String>),
            engagements::done_by.eq(None::<AccountId>),
            engagements::done_at.eq(None::<Moment>),
        ),
    );
    diesel::update(engagements::table.find(id)).set(set).execute(conn)?;
    Ok(())
}
