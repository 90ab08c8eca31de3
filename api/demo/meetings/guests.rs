//! Who is invited to the demonstration's meetings, and what they answered.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde::Deserialize;

use super::super::cast::Cast;
use super::super::directory::{Directory, Person, find};
use crate::accounts::AccountId;
use crate::authn::token::opaque;
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::meetings::domain::{MeetingAnswer, MeetingSide, side_of, side_of_role};
use crate::meetings::store::reread;
use crate::meetings::{MeetingId, MeetingInvitationId};
use crate::names::Language;
use crate::organisations::OrganisationKind;
use crate::schema::{meeting_invitations as invitations, organisations};

/// An organisation's first account, the whole of it, or somebody by name.
#[derive(Deserialize)]
pub struct Told {
    organisation: Option<String>,
    #[serde(default)]
    whole: bool,
    name: Option<String>,
    side: Option<MeetingSide>,
    language: Option<Language>,
    answer: Option<MeetingAnswer>,
    #[serde(default)]
    accepts: bool,
}

pub struct Seats<'a> {
    pub known: &'a Directory,
    pub cast: &'a Cast,
    pub meeting: MeetingId,
    pub by: AccountId,
}

impl Seats<'_> {
    pub fn ask(&self, conn: &mut Conn, guests: &[Told], at: DateTime<Utc>) -> Result<()> {
        // One after another, so that they are found in this order.
        (0..).zip(guests).try_for_each(|(minute, told)| self.ask_one(conn, told, at + TimeDelta::minutes(minute)))
    }

    fn ask_one(&self, conn: &mut Conn, told: &Told, at: DateTime<Utc>) -> Result<()> {
        let member = told.organisation.as_deref().map(|key| self.member(key)).transpose()?;
        let account = member.filter(|_| !told.whole);
        let side = match (member, account) {
            (_, Some(person)) => side_of_role(person.role),
            (Some(whole), None) => {
                let row = organisations::table.find(whole.organisation);
                Some(side_of(row.select(organisations::kind).first::<OrganisationKind>(conn)?))
            }
            (None, None) => told.side,
        };
        // The link was sent by hand, and nobody here knows it.
        let hash = told.name.as_ref().map(|_| opaque().1);
        let row = (
            (invitations::id.eq(MeetingInvitationId::at(at)), invitations::meeting_id.eq(self.meeting)),
            invitations::side.eq(side.ok_or(ApiError::Internal)?),
            invitations::account_id.eq(account.map(|person| person.id)),
            invitations::organisation_id.eq(member.map(|person| person.organisation)),
            (invitations::name.eq(told.name.as_deref()), invitations::language.eq(told.language)),
            (invitations::token_hash.eq(hash), invitations::invited_by.eq(self.by)),
            invitations::invited_at.eq(Moment::from(at)),
        );
        diesel::insert_into(invitations::table).values(row).execute(conn)?;
        Ok(())
    }

    fn member(&self, key: &str) -> Result<&Person> {
        self.cast.member(find(&self.known.organisations, key)?).ok_or(ApiError::Internal)
    }

    /// What those said who have answered.
    pub fn answer(&self, conn: &mut Conn, guests: &[Told], at: DateTime<Utc>) -> Result<()> {
        let revision = reread(conn, self.meeting)?.rules_revision;
        let asked: Vec<MeetingInvitationId> = invitations::table
            .filter(invitations::meeting_id.eq(self.meeting))
            .order(invitations::id)
            .select(invitations::id)
            .load(conn)?;
        for (id, told) in asked.into_iter().zip(guests).filter(|(_, told)| told.answer.is_some()) {
            let by = match &told.organisation {
                Some(key) => Some(self.member(key)?.id),
                None => None,
            };
            let set = (
                (invitations::answer.eq(told.answer), invitations::answered_at.eq(Moment::from(at))),
                invitations::answered_by.eq(by),
                invitations::rules_accepted.eq(told.accepts.then_some(revision)),
            );
            diesel::update(invitations::table.find(id)).set(set).execute(conn)?;
        }
        Ok(())
    }
}
