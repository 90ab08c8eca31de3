//! Proof that a policy allowed an action. Only the extractors here make one.

use std::future::{Ready, ready};
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::{DateTime, Utc};

use super::{Action, KeyScope, Reach, Role, Scope, opens};
use crate::accounts::AccountId;
use crate::authn::{Actor, Caller, Credential, account_actor};
use crate::db::Conn;
use crate::error::{ApiError, Result};
use crate::grievances::GrievanceId;
use crate::programmes::ProgrammeId;
use crate::second_factor::domain::Demand;
use crate::sessions::SessionId;

/// Leave for this actor to do `A`, within [`Permit::scope`].
pub struct Permit<A> {
    actor: Actor,
    reach: Reach,
    action: PhantomData<fn() -> A>,
}

// Derived, it would ask the action to be `Clone`.
impl<A> Clone for Permit<A> {
    fn clone(&self) -> Self {
        Self { actor: self.actor.clone(), reach: self.reach, action: PhantomData }
    }
}

/// Who did something, as the audit trail keeps it.
#[derive(Clone, Debug)]
pub struct Who {
    pub id: Option<String>,
    pub role: &'static str,
}

impl<A: Action> FromRequest for Permit<A> {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    /// The actor was read from the database before any extractor ran, so this answers at once and a stranger hears
    /// 401 whatever else is wrong with the request.
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        ready(match extensions.get::<Caller>() {
            Some(Caller::Actor(actor)) => Self::decide(actor),
            Some(Caller::Reporter(_)) => Err(ApiError::Forbidden),
            None => Err(ApiError::Unauthenticated),
        })
    }
}

impl<A: Action> Permit<A> {
    fn decide(actor: &Actor) -> Result<Self> {
        if !opens(A::OPERATION, actor.factor) {
            return Err(ApiError::SecondFactorNeeded);
        }
        let reach = A::reach(actor.role);
        let allowed = match reach {
            Reach::Nothing => false,
            Reach::Key(scope) => actor.key_scopes.contains(&scope),
            Reach::Everything
            | Reach::Own
            | Reach::Programme
            | Reach::ProgrammeAndProtection
            | Reach::OwnSites
            | Reach::Territory
            | Reach::OwnPlaces => true,
        };
        if !allowed {
            return Err(ApiError::Forbidden);
        }
        Ok(Self { actor: actor.clone(), reach, action: PhantomData })
    }

    pub fn role(&self) -> Role {
        self.actor.role
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The account that acts; a partner's key has none.
    pub fn account(&self) -> Result<AccountId> {
        match self.actor.credential {
            Credential::Session { account, session: _ } => Ok(account),
            Credential::Key(_) => Err(ApiError::Forbidden),
        }
    }

    pub fn session(&self) -> Option<SessionId> {
        match self.actor.credential {
            Credential::Session { account: _, session } => Some(session),
            Credential::Key(_) => None,
        }
    }

    /// The rows within reach.
    pub fn scope(&self) -> Result<Scope> {
        let programmes = self.actor.programmes.clone();
        Ok(match self.reach {
            Reach::Nothing => return Err(ApiError::Forbidden),
            Reach::Everything => Scope::Everything,
            Reach::Own => Scope::Account(self.account()?),
            Reach::Programme => Scope::Programmes { ids: programmes, protection: false },
            Reach::ProgrammeAndProtection => Scope::Programmes { ids: programmes, protection: true },
            Reach::OwnSites => Scope::Company { organisation: self.actor.organisation, programmes },
            Reach::Territory => Scope::Territory { paths: self.actor.territory.clone(), programmes },
            Reach::OwnPlaces => {
                Scope::Community { account: self.account()?, paths: self.actor.territory.clone(), programmes }
            }
            Reach::Key(KeyScope::GrievancesRead | KeyScope::GrievancesCreate) => Scope::Released { programmes },
            Reach::Key(KeyScope::ReferenceRead) => Scope::Everything,
        })
    }

    /// The programmes of who works in them; nobody else reaches a whole programme.
    pub fn programmes(&self) -> Result<Vec<ProgrammeId>> {
        match self.scope()? {
            Scope::Programmes { ids, protection: _ } => Ok(ids),
            Scope::Everything
            | Scope::Account(_)
            | Scope::Company { .. }
            | Scope::Territory { .. }
            | Scope::Community { .. }
            | Scope::Released { .. } => Err(ApiError::Forbidden),
        }
    }

    pub fn who(&self) -> Who {
        let id = match self.actor.credential {
            Credential::Session { account, session: _ } => account.to_string(),
            Credential::Key(key) => key.to_string(),
        };
        Who { id: Some(id), role: self.actor.role.as_str() }
    }

    /// Leave for the same actor as the database knows them now, if there still is any: for what goes on long after the
    /// request was let in.
    pub fn renewed(&self, conn: &mut Conn, demand: Demand, now: DateTime<Utc>) -> Result<Self> {
        match self.actor.credential {
            Credential::Session { account, session } => {
                Self::decide(&account_actor(conn, account, session, demand, now)?)
            }
            Credential::Key(_) => Err(ApiError::Forbidden),
        }
    }

    /// Leave to use a store function of another action of this actor, if its policy allows that too.
    pub fn also<B: Action>(&self) -> Result<Permit<B>> {
        Permit::decide(&self.actor)
    }
}

/// Leave for who opened a case with its receipt code: that case, and nothing else.
pub struct Reporter {
    case: GrievanceId,
}

impl FromRequest for Reporter {
    type Error = ApiError;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match request.extensions().get::<Caller>() {
            Some(Caller::Reporter(case)) => Ok(Self { case: *case }),
            Some(Caller::Actor(_)) => Err(ApiError::Forbidden),
            None => Err(ApiError::Unauthenticated),
        })
    }
}

impl Reporter {
    pub fn case(&self) -> GrievanceId {
        self.case
    }

    pub fn who() -> Who {
        Who { id: None, role: "reporter" }
    }
}
