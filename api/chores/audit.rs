//! `maslahat audit`: whether the trail of who did what is whole, and signing where it ends.

use std::path::PathBuf;
use std::time::Duration;

use chrono::Utc;
use maslahat::audit::{self, Checkpoint, Head, Ledger, Watch, Whole};
use maslahat::config::Config;
use maslahat::secrets::Secrets;
use maslahat::signing::{Signer, Verifier};

use super::{failed, open, print};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Checks that no entry was changed, taken out or put in later.
    Verify(Verification),
    /// Checks the trail, and signs where it ends.
    Checkpoint,
    /// Prints the public key that checkpoints are checked with.
    Key,
}

#[derive(clap::Args)]
pub struct Verification {
    /// A copy of the file of checkpoints; otherwise the server's own, if there is one.
    #[arg(long)]
    checkpoints: Option<PathBuf>,
    /// The public key, as `audit key` printed it; otherwise that of the secrets file.
    #[arg(long)]
    public_key: Option<String>,
}

pub async fn run(config: &Config, command: Command) -> Result<(), String> {
    match command {
        Command::Verify(verification) => verify(config, verification).await,
        Command::Checkpoint => checkpoint(config).await,
        Command::Key => print(&format!("{}\n", signer(config)?.verifier().public_key())),
    }
}

async fn verify(config: &Config, verification: Verification) -> Result<(), String> {
    let db = open(config)?;
    let checkpoints = checkpoints(config, verification)?;
    let checked = audit::verify(&db, Head::default(), &checkpoints, Duration::ZERO)
        .await
        .map_err(failed("the audit trail can't be read"))?;
    let Whole { head, checkpoints: passed } =
        checked.map_err(|broken| format!("the audit trail is broken: {broken}"))?;
    print(&format!("The audit trail is whole; entries: {}.\n", head.seq))?;
    match checkpoints.last() {
        Some(last) => print(&format!("Signed up to entry {} on {}; checkpoints: {passed}.\n", last.seq, last.at)),
        None => Ok(()),
    }
}

fn checkpoints(config: &Config, verification: Verification) -> Result<Vec<Checkpoint>, String> {
    let Verification { checkpoints: copy, public_key } = verification;
    let ledger = match copy {
        Some(path) if !path.exists() => return Err(format!("{} is not there", path.display())),
        Some(path) => Ledger::at(path),
        None => Ledger::in_folder(&config.checkpoints),
    };
    if !ledger.path().exists() {
        return Ok(vec![]);
    }
    let verifier = match public_key {
        Some(text) => Verifier::parse(&text, audit::PURPOSE).ok_or("--public-key is not a public key")?,
        None => signer(config)?.verifier(),
    };
    ledger.checkpoints(&verifier).map_err(|error| error.to_string())
}

async fn checkpoint(config: &Config) -> Result<(), String> {
    let watch = Watch::new(open(config)?, &config.checkpoints, Some(signer(config)?));
    let (whole, signed) = watch.look(Utc::now()).await.map_err(|finding| finding.to_string())?;
    match signed {
        Some(checkpoint) => print(&format!("Signed up to entry {}.\n", checkpoint.seq)),
        None => print(&format!("Nothing new to sign; entries: {}.\n", whole.head.seq)),
    }
}

fn signer(config: &Config) -> Result<Signer, String> {
    let secrets = Secrets::load(&config.secrets, false).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))?;
    secrets.audit_signer().ok_or_else(|| format!("{} has no audit_key", config.secrets.display()))
}
