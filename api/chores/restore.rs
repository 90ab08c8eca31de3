//! `maslahat restore`: a backup, into an empty place.

use std::path::PathBuf;

use chrono::Utc;
use maslahat::attachments::files::Files;
use maslahat::backup::{self, Fault, Identities, Place, Restored, Wishes};
use maslahat::config::Config;
use maslahat::secrets::Secrets;
use tokio::runtime::Handle;

use super::backup::{Progress, blocking};
use super::print;

#[derive(clap::Args)]
pub struct Arguments {
    /// The backup.
    file: PathBuf,
    /// The file of keys that open backups. Take it away from this machine afterwards.
    #[arg(long)]
    identity: PathBuf,
    /// A copy of `erasures.jsonl` of the lost system, newer than the backup: what was erased is erased again.
    #[arg(long)]
    erasures: Option<PathBuf>,
    /// Restores also where it is not known what was erased after the backup: those people come back.
    #[arg(long)]
    erasures_may_return: bool,
}

pub async fn run(config: Config, arguments: Arguments) -> Result<(), String> {
    let runtime = Handle::current();
    blocking(move || restore(&config, &arguments, runtime)).await
}

fn restore(config: &Config, arguments: &Arguments, runtime: Handle) -> Result<(), String> {
    let identities = Identities::read(&arguments.identity).map_err(|fault| fault.to_string())?;
    let secrets = Secrets::load(&config.secrets, false).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))?;
    let files = Files::open(&config.data, &config.files, secrets.sealer())
        .map_err(|_| "MASLAHAT_FILES can't be used".to_owned())?;
    let place = Place {
        database: &config.database,
        files: &files,
        checkpoints: &config.checkpoints,
        secrets: &secrets,
        runtime,
    };
    let wishes = Wishes { erasures: arguments.erasures.clone(), erasures_may_return: arguments.erasures_may_return };
    let mut progress = Progress::default();
    let mut say = |what: &str, done| progress.say(what, done);
    let restored = backup::restore(&place, &identities, &arguments.file, &wishes, Utc::now(), &mut say);
    progress.end();
    said(&restored.map_err(|fault| match fault {
        Fault::Unmarked => fault.to_string(),
        Fault::Database(_) | Fault::Files(_) | Fault::File(_) | Fault::Damaged(_) | Fault::Refused(_) => {
            format!("nothing was restored: {fault}")
        }
    })?)
}

fn said(restored: &Restored) -> Result<(), String> {
    let Restored { header, end, erased_again, erasures_until, entries, missing, set_aside } = restored;
    let rows: u64 = end.tables.values().map(|sums| sums.rows).sum();
    print(&format!(
        "Restored: the moment {}; tables: {}, rows: {rows}, files: {}. The audit trail is whole; entries: {entries}.\n",
        header.at.format("%Y-%m-%d %H:%M:%S UTC"),
        end.tables.len(),
        end.files.count,
    ))?;
    print(&match erasures_until {
        Some(until) => format!(
            "Erased again: {erased_again}. What was erased after {} is not known here.\n",
            until.format("%Y-%m-%d %H:%M:%S UTC")
        ),
        None => "What people had erased after that moment is not known here, and has come back.\n".to_owned(),
    })?;
    for path in missing {
        print(&format!("Missing already when the backup was made: {path}\n"))?;
    }
    if let Some(path) = set_aside {
        print(&format!(
            "What was done after that moment is lost. The checkpoints that were signed of it are kept: {}.\n",
            path.display()
        ))?;
    }
    print("Everybody signs in anew.\n")
}
