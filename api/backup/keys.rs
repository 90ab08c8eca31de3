//! The keys of backups (age, X25519): the public one makes them, the other one, which is kept elsewhere, opens them.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};

use super::{Fault, Outcome};

/// Whoever is to be able to open a backup: any one of them alone.
pub struct Recipients(Vec<Recipient>);

impl Recipients {
    /// From public keys, such as `age1…`.
    pub fn parse(texts: &[String]) -> Outcome<Self> {
        let given = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        let recipients: Vec<Recipient> = given
            .map(|text| text.parse().map_err(|_| Fault::refused(format!("{text} is not a public key for backups"))))
            .collect::<Outcome<_>>()?;
        if recipients.is_empty() {
            return Err(Fault::refused(
                "a backup needs a public key: --recipient or MASLAHAT_BACKUP_RECIPIENTS. `maslahat backup key FILE` makes one",
            ));
        }
        Ok(Self(recipients))
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &dyn age::Recipient> {
        self.0.iter().map(|recipient| recipient as &dyn age::Recipient)
    }
}

/// Keys that open backups.
pub struct Identities(Vec<Identity>);

impl Identities {
    /// From a file as `maslahat backup key` or `age-keygen` writes it.
    pub fn read(path: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Fault::refused(format!("{} can't be read: {error}", path.display())))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        // Nothing of the line is said: it may be a key.
        let bad = |_| Fault::refused(format!("{} holds something that is no key of a backup", path.display()));
        let identities: Vec<Identity> = lines.map(|line| line.parse().map_err(bad)).collect::<Outcome<_>>()?;
        if identities.is_empty() {
            return Err(Fault::refused(format!("{} holds no key", path.display())));
        }
        Ok(Self(identities))
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &dyn age::Identity> {
        self.0.iter().map(|identity| identity as &dyn age::Identity)
    }
}

/// Writes a new key that only its owner may read; its public key. Never replaces a file.
pub fn new_identity(path: &Path) -> Outcome<String> {
    let identity = Identity::generate();
    let public = identity.to_public().to_string();
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut file = file.map_err(|error| Fault::refused(format!("{} can't be made: {error}", path.display())))?;
    writeln!(file, "# Opens backups. Public key: {public}\n{}", identity.to_string().expose_secret())?;
    file.sync_all()?;
    Ok(public)
}
