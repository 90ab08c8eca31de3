//! What second factors are made and checked with.

use super::domain::Demand;
use super::recovery;
use super::totp::Secret;
use crate::accounts::AccountId;
use crate::error::Result;
use crate::secrets::Sealer;

/// The keys, and of whom a second factor is demanded.
#[derive(Clone)]
pub struct Factors {
    sealer: Sealer,
    pepper: Vec<u8>,
    pub demand: Demand,
}

/// Which of an account's two secrets: each is sealed for its own column.
#[derive(Clone, Copy)]
pub enum Place {
    InForce,
    Pending,
}

impl Place {
    /// Where the secret of an account of this id is sealed for.
    pub fn of(self, account: &str) -> String {
        match self {
            Self::InForce => format!("second_factors/{account}/secret"),
            Self::Pending => format!("second_factors/{account}/pending"),
        }
    }
}

impl Factors {
    pub fn new(sealer: Sealer, pepper: Vec<u8>, demonstration: bool) -> Self {
        Self { sealer, pepper, demand: if demonstration { Demand::Nobody } else { Demand::Office } }
    }

    pub fn seal(&self, account: AccountId, place: Place, secret: &Secret) -> Result<Vec<u8>> {
        self.sealer.seal(&place.of(account.as_str()), secret.as_bytes())
    }

    pub fn open(&self, account: AccountId, place: Place, sealed: &[u8]) -> Result<Secret> {
        Secret::from_bytes(&self.sealer.open(&place.of(account.as_str()), sealed)?)
    }

    pub fn hash(&self, account: AccountId, code: &str) -> Result<String> {
        recovery::hash(&self.pepper, account, code)
    }
}
