//! `maslahat receipts`: the keys that sign receipts, and whether a receipt is genuine.

use chrono::{DateTime, Utc};
use maslahat::config::Config;
use maslahat::receipts::keys::{KnownKey, Verdict};
use maslahat::receipts::proof::Proof;
use maslahat::secrets::{Lock, Secrets};

use super::print;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Prints the public keys that receipts are checked with, the newest first, and when each signed.
    Keys,
    /// Signs receipts with a new key from now on. What older ones signed can still be checked, and nobody signs with
    /// them any more. With several servers: then copy the secrets file to each within a day.
    Rotate,
    /// Says whether a receipt is genuine.
    Verify(Verification),
}

#[derive(clap::Args)]
pub struct Verification {
    /// What its QR code holds, or the part of that behind the `#`.
    proof: String,
}

pub fn run(config: &Config, command: Command) -> Result<(), String> {
    match command {
        Command::Keys => keys(config),
        Command::Rotate => rotate(config),
        Command::Verify(Verification { proof }) => verify(config, &proof),
    }
}

fn secrets(config: &Config) -> Result<Secrets, String> {
    Secrets::load(&config.secrets, false).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))
}

fn keys(config: &Config) -> Result<(), String> {
    for KnownKey { verifier, from, until } in secrets(config)?.receipt_keys().known() {
        let until = until.map(|until| format!(" until {}", minute(until))).unwrap_or_default();
        print(&format!("{}  {}  from {}{until}\n", verifier.id(), verifier.public_key(), minute(from)))?;
    }
    Ok(())
}

fn rotate(config: &Config) -> Result<(), String> {
    let _alone = Lock::of(&config.secrets)?;
    let mut secrets = secrets(config)?;
    secrets.renew_receipt_key(Utc::now())?;
    let newest = secrets.receipt_keys().known().into_iter().next();
    let id = newest.map(|key| key.verifier.id()).unwrap_or_default();
    print(&format!("Key {id} signs receipts now.\n"))
}

fn verify(config: &Config, text: &str) -> Result<(), String> {
    let text = text.rsplit('#').next().unwrap_or(text).trim();
    let proof = Proof::parse(text).ok_or("this is no whole proof of a receipt")?;
    match secrets(config)?.receipt_keys().check(&proof) {
        Verdict::Genuine => {
            print(&format!("Genuine: {}, received {}.\n", proof.reference(), minute(proof.submitted_at())))
        }
        Verdict::NotGenuine => Err("not genuine".into()),
        Verdict::UnknownKey => Err(format!("key {} is not known here", proof.key())),
    }
}

fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}
