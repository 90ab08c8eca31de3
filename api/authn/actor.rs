//! Who acts, as the database says now: a demotion or a closed account counts from the next request.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::accounts::AccountId;
use crate::api_keys::ApiKeyId;
use crate::authz::{KeyScope, Role};
use crate::db::types::Moment;
use crate::db::{Conn, on_engine};
use crate::error::{ApiError, Result};
use crate::mandates::reach::{self, Mandated};
use crate::organisations::OrganisationId;
use crate::programmes::ProgrammeId;
use crate::schema::{account_places, account_programmes, accounts, organisations, places, second_factors, sessions};
use crate::second_factor::domain::{Demand, FactorState};
use crate::sessions::SessionId;

#[derive(Clone, Debug)]
pub struct Actor {
    pub credential: Credential,
    pub role: Role,
    pub factor: FactorState,
    pub organisation: OrganisationId,
    pub programmes: Vec<ProgrammeId>,
    /// Paths of the places that the actor speaks for, or has authority over.
    pub territory: Vec<String>,
    /// What a partner's key opens; nothing for an account.
    pub key_scopes: Vec<KeyScope>,
}

impl Actor {
    /// The account that acts; none for a partner's key.
    pub fn account(&self) -> Option<AccountId> {
        match self.credential {
            Credential::Session { account, session: _ } => Some(account),
            Credential::Key(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Credential {
    Session { account: AccountId, session: SessionId },
    Key(ApiKeyId),
}

/// The actor of a session that has not ended; 401 otherwise.
pub fn account_actor(
    conn: &mut Conn,
    account: AccountId,
    session: SessionId,
    demand: Demand,
    now: DateTime<Utc>,
) -> Result<Actor> {
    // One query: it runs before every request.
    let rows: Vec<(Role, OrganisationId, Option<Moment>, Option<ProgrammeId>)> = on_engine!(conn, conn => sessions::table
        .inner_join(accounts::table)
        .left_join(second_factors::table.on(second_factors::account_id.eq(accounts::id)))
        .left_join(account_programmes::table.on(account_programmes::account_id.eq(accounts::id)))
        .filter(sessions::id.eq(session))
        .filter(sessions::account_id.eq(account))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(Moment::from(now)))
        .filter(accounts::active.eq(true))
        .select((
            accounts::role,
            accounts::organisation_id,
            second_factors::confirmed_at.nullable(),
            account_programmes::programme_id.nullable(),
        ))
        .load(conn))?;
    let (role, organisation, confirmed_at, _) = *rows.first().ok_or(ApiError::Unauthenticated)?;
    let programmes = rows.into_iter().filter_map(|(_, _, _, programme)| programme).collect();
    let (programmes, territory) = reached(conn, role, account, organisation, programmes, now)?;
    Ok(Actor {
        credential: Credential::Session { account, session },
        role,
        factor: demand.state(role, confirmed_at.is_some()),
        organisation,
        programmes,
        territory,
        key_scopes: vec![],
    })
}

/// The programmes that an account reaches, and the paths of the places that it speaks for or has authority over. Who holds a
/// mandate reaches by mandates in force, and by nothing else.
pub fn reached(
    conn: &mut Conn,
    role: Role,
    account: AccountId,
    organisation: OrganisationId,
    programmes: Vec<ProgrammeId>,
    now: DateTime<Utc>,
) -> Result<(Vec<ProgrammeId>, Vec<String>)> {
    let mandated = match role {
        Role::Community => reach::of(conn, account, now)?,
        Role::Authority | Role::Company | Role::Staff | Role::Protection | Role::Admin | Role::Partner => None,
    };
    Ok(match mandated {
        Some(Mandated { paths, places: _, programmes: by_mandate }) => {
            let both = programmes.into_iter().filter(|programme| by_mandate.contains(programme));
            (both.collect(), paths)
        }
        None => (programmes, territory(conn, role, account, organisation)?),
    })
}

/// What is set of an account that never held a mandate.
fn territory(conn: &mut Conn, role: Role, account: AccountId, organisation: OrganisationId) -> Result<Vec<String>> {
    Ok(match role {
        Role::Authority => organisations::table
            .inner_join(places::table.on(organisations::territory_id.eq(places::id.nullable())))
            .filter(organisations::id.eq(organisation))
            .select(places::path)
            .load(conn)?,
        Role::Community => account_places::table
            .inner_join(places::table.on(account_places::place_id.eq(places::id)))
            .filter(account_places::account_id.eq(account))
            .select(places::path)
            .load(conn)?,
        Role::Company | Role::Staff | Role::Protection | Role::Admin | Role::Partner => vec![],
    })
}
