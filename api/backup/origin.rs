//! Where a backup comes from: whoever knows the public keys can encrypt to them, but only who has the secrets file signs.

use sha2::{Digest, Sha256};

use super::header::{End, Header};
use super::{Fault, Outcome};
use crate::audit;
use crate::secrets::Secrets;
use crate::signing::{Signer, Verifier};

/// What the signatures are for.
pub const PURPOSE: &str = "maslahat backup v1";

/// By what it is known that a backup, and the checkpoints in it, are of a system.
pub struct Origin {
    pub(super) checkpoints: Verifier,
    backups: Verifier,
}

impl Origin {
    /// Of the system with these secrets; `None` if they sign nothing.
    pub fn of(secrets: &Secrets) -> Option<Self> {
        let (checkpoints, backups) = (secrets.audit_signer()?.verifier(), secrets.backup_signer()?.verifier());
        Some(Self { checkpoints, backups })
    }

    /// Of the system whose public key `maslahat audit key` printed.
    pub fn parse(text: &str) -> Option<Self> {
        let (checkpoints, backups) = (Verifier::parse(text, audit::PURPOSE)?, Verifier::parse(text, PURPOSE)?);
        Some(Self { checkpoints, backups })
    }

    /// Refuses what another made.
    pub(super) fn check(&self, header: &Header, end: &End) -> Outcome<()> {
        let signed = parts(header, end)?;
        let [header, sums] = &signed;
        match &end.signature {
            Some(signature) if self.backups.holds(&[header, sums], signature) => Ok(()),
            Some(_) | None => Err(Fault::refused("the backup is not signed by the system that it seems to be of")),
        }
    }
}

pub fn sign(signer: &Signer, header: &Header, end: &End) -> Outcome<String> {
    let [header, sums] = parts(header, end)?;
    Ok(signer.sign(&[&header, &sums]))
}

/// Digests of the beginning and of all counts and digests.
fn parts(header: &Header, end: &End) -> Outcome<[String; 2]> {
    let digest = |json: serde_json::Result<Vec<u8>>| {
        json.map(|json| hex::encode(Sha256::digest(json))).map_err(|error| Fault::File(error.into()))
    };
    Ok([digest(serde_json::to_vec(header))?, digest(serde_json::to_vec(&(&end.tables, &end.files)))?])
}
