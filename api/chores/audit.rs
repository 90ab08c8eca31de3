//! `maslahat audit`: whether the trail of who did what is whole.

use maslahat::audit::{self, Broken};
use maslahat::config::Config;

use super::{failed, open, print};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Checks that no entry was changed, taken out or put in later.
    Verify,
}

pub async fn run(config: &Config, command: Command) -> Result<(), String> {
    match command {
        Command::Verify => verify(config).await,
    }
}

async fn verify(config: &Config) -> Result<(), String> {
    let checked = open(config)?.read(audit::verify_all).await.map_err(failed("the audit trail can't be read"))?;
    match checked {
        Ok(entries) => print(&format!("The audit trail is whole; entries: {entries}.\n")),
        Err(Broken::Gap { seq }) => Err(format!("the audit trail is broken: an entry is missing before {seq}")),
        Err(Broken::Changed { seq }) => Err(format!("the audit trail is broken: entry {seq} was changed")),
        Err(Broken::End { seq }) => Err(format!("the audit trail is broken: it ends at {seq}, elsewhere than noted")),
    }
}
