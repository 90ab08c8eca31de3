//! Reading calls, and writing new ones.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::domain::{GrantApplicantKind, GrantCallState, Standing, refused_period};
use super::input::{GrantCallCloning, NewGrantCall};
use super::policy::{CloneGrantCall, CreateGrantCall};
use super::{GrantCallId, parts};
use crate::accounts::AccountId;
use crate::authz::{Action, Permit};
use crate::db::Conn;
use crate::db::types::Moment;
use crate::error::{ApiError, Result};
use crate::http::Version;
use crate::money::Currency;
use crate::names::{Names, Texts};
use crate::programmes::ProgrammeId;
use crate::schema::grant_calls;

/// A call as the database holds it.
#[derive(Clone, Queryable, Selectable)]
#[diesel(table_name = grant_calls)]
pub struct Row {
    pub id: GrantCallId,
    pub version: Version,
    pub programme_id: ProgrammeId,
    #[diesel(select_expression = (grant_calls::title_ky, grant_calls::title_ru, grant_calls::title_en))]
    pub title: Names,
    #[diesel(select_expression = (grant_calls::purpose_ky, grant_calls::purpose_ru, grant_calls::purpose_en))]
    pub purpose: Texts,
    pub currency: Currency,
    pub budget: i64,
    pub ceiling: i64,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub first_closes_at: Moment,
    pub for_groups: bool,
    pub for_representatives: bool,
    pub state: GrantCallState,
    pub published_at: Option<Moment>,
    pub withdrawal_reason: Option<String>,
    pub cloned_from: Option<GrantCallId>,
    pub created_at: Moment,
    pub updated_at: Moment,
}

impl Row {
    pub fn standing(&self) -> Standing {
        Standing { state: self.state, opens_at: self.opens_at.utc(), closes_at: self.closes_at.utc() }
    }

    pub fn applicants(&self) -> Vec<GrantApplicantKind> {
        let groups = self.for_groups.then_some(GrantApplicantKind::CommunityGroup);
        groups.into_iter().chain(self.for_representatives.then_some(GrantApplicantKind::Representative)).collect()
    }
}

/// The call, if it is of the caller's programmes; 404 otherwise.
pub fn find<A: Action>(conn: &mut Conn, permit: &Permit<A>, id: GrantCallId) -> Result<Row> {
    Ok(grant_calls::table
        .filter(grant_calls::id.eq(id))
        .filter(grant_calls::programme_id.eq_any(permit.programmes()?))
        .select(Row::as_select())
        .first(conn)?)
}

/// A call that everybody may read.
pub fn published(conn: &mut Conn, id: GrantCallId) -> Result<Row> {
    Ok(grant_calls::table
        .filter(grant_calls::id.eq(id))
        .filter(grant_calls::state.ne(GrantCallState::Draft))
        .select(Row::as_select())
        .first(conn)?)
}

/// The titles of calls that everybody may read.
pub fn titles(conn: &mut Conn, ids: Vec<GrantCallId>) -> Result<HashMap<GrantCallId, Names>> {
    let rows: Vec<(GrantCallId, (String, String, String))> = grant_calls::table
        .filter(grant_calls::id.eq_any(ids))
        .filter(grant_calls::state.ne(GrantCallState::Draft))
        .select((grant_calls::id, (grant_calls::title_ky, grant_calls::title_ru, grant_calls::title_en)))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, title)| (id, title.into())).collect())
}

/// Drafts a call in one of the caller's programmes.
pub fn create(
    conn: &mut Conn,
    permit: &Permit<CreateGrantCall>,
    new: &NewGrantCall,
    now: DateTime<Utc>,
) -> Result<GrantCallId> {
    if !permit.programmes()?.contains(&new.programme_id) {
        return Err(ApiError::field("/programme_id", "unknown"));
    }
    insert(conn, new, permit.account()?, now)
}

/// Writes a draft, whoever may make it.
pub fn insert(conn: &mut Conn, new: &NewGrantCall, by: AccountId, now: DateTime<Utc>) -> Result<GrantCallId> {
    let NewGrantCall { programme_id, title, purpose, currency, budget, ceiling, opens_at, closes_at, .. } = new;
    check_period(*opens_at, *closes_at)?;
    check_ceiling(*ceiling, *budget)?;
    let (id, at, last) = (GrantCallId::at(now), Moment::from(now), Moment::from(*closes_at));
    let row = (
        (grant_calls::id.eq(id), grant_calls::programme_id.eq(programme_id), grant_calls::currency.eq(currency)),
        (grant_calls::title_ky.eq(title.ky.trim()), grant_calls::title_ru.eq(title.ru.trim())),
        (grant_calls::title_en.eq(title.en.trim()), grant_calls::purpose_ky.eq(purpose.ky.trim())),
        (grant_calls::purpose_ru.eq(purpose.ru.trim()), grant_calls::purpose_en.eq(purpose.en.trim())),
        (grant_calls::budget.eq(budget), grant_calls::ceiling.eq(ceiling)),
        (grant_calls::opens_at.eq(Moment::from(*opens_at)), grant_calls::closes_at.eq(last)),
        (grant_calls::first_closes_at.eq(last), grant_calls::state.eq(GrantCallState::Draft)),
        (
            grant_calls::for_groups.eq(new.applicants.contains(&GrantApplicantKind::CommunityGroup)),
            grant_calls::for_representatives.eq(new.applicants.contains(&GrantApplicantKind::Representative)),
        ),
        (grant_calls::created_by.eq(by), grant_calls::created_at.eq(at), grant_calls::updated_at.eq(at)),
    );
    diesel::insert_into(grant_calls::table).values(row).execute(conn)?;
    parts::replace_places(conn, id, *programme_id, &new.place_ids)?;
    parts::replace_questions(conn, id, &new.questions, now)?;
    parts::replace_criteria(conn, id, &new.criteria, now)?;
    Ok(id)
}

pub(super) fn check_period(opens_at: DateTime<Utc>, closes_at: DateTime<Utc>) -> Result<()> {
    refused_period(opens_at, closes_at).map_or(Ok(()), |(field, code)| Err(ApiError::field(field, code)))
}

pub(super) fn check_ceiling(ceiling: i64, budget: i64) -> Result<()> {
    if ceiling <= budget { Ok(()) } else { Err(ApiError::field("/ceiling", "more_than_the_budget")) }
}

/// Drafts a call like another one.
pub fn clone(
    conn: &mut Conn,
    permit: &Permit<CloneGrantCall>,
    from: GrantCallId,
    GrantCallCloning { opens_at, closes_at }: &GrantCallCloning,
    now: DateTime<Utc>,
) -> Result<GrantCallId> {
    let row = find(conn, permit, from)?;
    let applicants = row.applicants();
    let Row { programme_id, title, purpose, currency, budget, ceiling, .. } = row;
    let (opens_at, closes_at) = (*opens_at, *closes_at);
    let new = NewGrantCall {
        programme_id,
        title,
        purpose,
        currency,
        budget,
        ceiling,
        opens_at,
        closes_at,
        applicants,
        place_ids: vec![],
        questions: vec![],
        criteria: vec![],
    };
    let id = insert(conn, &new, permit.account()?, now)?;
    diesel::update(grant_calls::table.find(id)).set(grant_calls::cloned_from.eq(from)).execute(conn)?;
    parts::copy(conn, from, id, programme_id, now)?;
    Ok(id)
}
