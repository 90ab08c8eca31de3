//! Taking somebody's second factor away, for administrators: the phone is lost, and the recovery codes too.

use actix_web::{post, web};
use chrono::Utc;

use super::policy::ResetSecondFactor;
use super::store;
use crate::accounts::{Account, AccountId, directory};
use crate::app::System;
use crate::audit::{self, Subject};
use crate::authz::{Action, Permit};
use crate::error::Result;
use crate::http::{Id, IfMatch, Routes, Tagged};

pub fn routes(api: &mut impl Routes) {
    api.service(reset_second_factor);
}

/// Takes somebody's second factor away and ends their sessions. They are told at their next sign-in. Nobody does it to
/// themselves.
#[utoipa::path(
    tag = "accounts", params(("id" = AccountId, Path), IfMatch), responses((status = OK, body = Account))
)]
#[post("/accounts/{id}/reset-second-factor")]
async fn reset_second_factor(
    permit: Permit<ResetSecondFactor>,
    Id(id): Id<AccountId>,
    expected: IfMatch,
    system: web::Data<System>,
) -> Result<Tagged<Account>> {
    let demand = system.factors.demand;
    let reset = system.db.write(move |conn| {
        let now = Utc::now();
        directory::touch(conn, &permit, id, expected)?;
        store::reset(conn, id, now)?;
        audit::record(conn, &permit.who(), ResetSecondFactor::OPERATION, &Subject::new("account", id), "", now)?;
        directory::get(conn, &permit.also()?, demand, id)
    });
    let account = reset.await?;
    Ok(Tagged(account.version, account))
}
