//! Everybody's accounts, for administrators.

use actix_web::{get, patch, web};
use chrono::Utc;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::directory::{self, AccountChanges, Wanted};
use super::policy::{GetAccount, ListAccounts, UpdateAccount};
use super::{Account, AccountId};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit, Role};
use crate::error::Result;
use crate::http::{Cursor, Id, IfMatch, Page, Params, Routes, Tagged, Valid, page};
use crate::names::Language;
use crate::organisations::OrganisationId;
use crate::places::PlaceId;
use crate::programmes::ProgrammeId;

pub fn routes(api: &mut impl Routes) {
    api.service(list_accounts).service(get_account).service(update_account);
}

/// Which accounts to list.
#[derive(Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountQuery {
    pub role: Option<Role>,
    /// Part of a name or an address, in any letter case.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100)]
    pub q: Option<String>,
    /// `next` of the page before.
    #[param(value_type = Option<Cursor>)]
    pub after: Option<Cursor>,
    #[validate(range(min = 1, max = 100))]
    #[param(minimum = 1, maximum = 100, default = 25)]
    pub limit: Option<i64>,
}

/// The accounts.
#[utoipa::path(tag = "accounts", params(AccountQuery), responses((status = OK, body = Page<Account>)))]
#[get("/accounts")]
async fn list_accounts(
    permit: Permit<ListAccounts>,
    Params(query): Params<AccountQuery>,
    system: web::Data<System>,
) -> Result<web::Json<Page<Account>>> {
    let AccountQuery { role, q: words, after, limit } = query;
    let limit = limit.unwrap_or(page::USUAL);
    let wanted = Wanted { role, words, after, limit };
    let demand = system.factors.demand;
    let accounts = system.db.read(move |conn| directory::list(conn, &permit, demand, wanted)).await?;
    let cursor = |account: &Account| Cursor::by_id(account.id);
    Ok(web::Json(Page::of(accounts, limit, cursor, |account| account)))
}

/// An account.
#[utoipa::path(tag = "accounts", params(("id" = AccountId, Path)), responses((status = OK, body = Account)))]
#[get("/accounts/{id}")]
async fn get_account(
    permit: Permit<GetAccount>,
    Id(id): Id<AccountId>,
    system: web::Data<System>,
) -> Result<Tagged<Account>> {
    let demand = system.factors.demand;
    let account = system.db.read(move |conn| directory::get(conn, &permit, demand, id)).await?;
    Ok(Tagged(account.version, account))
}

/// What to change; a field left out stays as it is.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct AccountChange {
    #[validate(length(min = 1, max = 120))]
    #[schema(min_length = 1, max_length = 120)]
    pub name: Option<String>,
    /// It must go with the organisation's kind. Nobody changes their own.
    pub role: Option<Role>,
    pub language: Option<Language>,
    pub organisation_id: Option<OrganisationId>,
    /// The places that the account speaks for, all of them.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub place_ids: Option<Vec<PlaceId>>,
    /// The programmes that the account works in, all of them.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub programme_ids: Option<Vec<ProgrammeId>>,
    /// `false` closes the account and ends its sessions.
    pub active: Option<bool>,
}

/// Changes an account. What it may do counts from its next request.
#[utoipa::path(
    tag = "accounts", params(("id" = AccountId, Path), IfMatch), request_body = AccountChange,
    responses((status = OK, body = Account))
)]
#[patch("/accounts/{id}")]
async fn update_account(
    permit: Permit<UpdateAccount>,
    Id(id): Id<AccountId>,
    expected: IfMatch,
    Valid(change): Valid<AccountChange>,
    system: web::Data<System>,
) -> Result<Tagged<Account>> {
    let AccountChange { name, role, language, organisation_id, place_ids, programme_ids, active } = change;
    let changes = AccountChanges { name, role, language, organisation_id, active };
    let demand = system.factors.demand;
    let account = system
        .db
        .write(move |conn| {
            let now = Utc::now();
            directory::update(conn, &permit, id, expected, &changes, now)?;
            let (places, programmes) = (place_ids.as_deref(), programme_ids.as_deref());
            let account = directory::set_memberships(conn, &permit, demand, id, places, programmes)?;
            let detail = format!("role {}, active {}", account.role, account.active);
            audit::record(conn, &permit.who(), UpdateAccount::OPERATION, &Subject::new("account", id), &detail, now)?;
            Ok(account)
        })
        .await?;
    Ok(Tagged(account.version, account))
}
