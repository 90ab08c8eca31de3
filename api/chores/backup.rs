//! `maslahat backup`: copies that the machine which makes them can't read.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::Utc;
use maslahat::attachments::files::Files;
use maslahat::backup::{self, Identities, Made, Origin, Recipients, Source, Verified};
use maslahat::config::Config;
use maslahat::db::copy::Snapshot;
use maslahat::erasures::{Keep, store};
use maslahat::secrets::{Marks, Secrets};
use tokio::runtime::Handle;

use super::print;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The file to write, which must not be there yet; or a folder, in which it gets a name with the time.
    #[arg(required = true)]
    to: Option<PathBuf>,
    /// The public key of whoever may open the backup, such as `age1…`; several may be given.
    #[arg(long = "recipient", env = "MASLAHAT_BACKUP_RECIPIENTS", value_delimiter = ',')]
    recipients: Vec<String>,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Reads a whole backup and checks it, without restoring it.
    Verify(Verification),
    /// Makes a key that opens backups, on the machine where it is kept, and prints the public one that makes them.
    Key {
        /// The file to write the key to.
        file: PathBuf,
    },
}

#[derive(clap::Args)]
struct Verification {
    /// The backup.
    file: PathBuf,
    /// The file of keys that open backups.
    #[arg(long)]
    identity: PathBuf,
    /// The public key of the system that made it, as `audit key` printed it.
    #[arg(long)]
    public_key: Option<String>,
}

pub async fn run(arguments: Arguments) -> Result<(), String> {
    match arguments.command {
        Some(Command::Key { file }) => key(&file),
        Some(Command::Verify(verification)) => blocking(move || verify(&verification)).await,
        None => make(&Config::from_env()?, arguments.to.unwrap_or_default(), arguments.recipients).await,
    }
}

/// Off the thread that the file store is asked on.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())?
}

fn key(file: &Path) -> Result<(), String> {
    let public = backup::new_identity(file).map_err(|fault| fault.to_string())?;
    print(&format!("{public}\n"))
}

async fn make(config: &Config, to: PathBuf, recipients: Vec<String>) -> Result<(), String> {
    let recipients = Recipients::parse(&recipients).map_err(|fault| fault.to_string())?;
    let secrets = Secrets::load(&config.secrets, false).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))?;
    let keys = Marks::of(&secrets).ok_or("MASLAHAT_SECRETS is not as expected")?;
    let signer = secrets.backup_signer();
    let files = Files::open(&config.data, &config.files, secrets.sealer())
        .map_err(|_| "MASLAHAT_FILES can't be used".to_owned())?;
    if files.is_unfinished().await.map_err(super::failed("MASLAHAT_FILES can't be read"))? {
        return Err(super::UNFINISHED.into());
    }
    let path =
        if to.is_dir() { to.join(Utc::now().format("maslahat-%Y-%m-%dT%H%M%SZ.backup").to_string()) } else { to };
    let keep = Keep::new(&config.checkpoints, secrets.erasure_signer());
    let (database, checkpoints, runtime) = (config.database.clone(), config.checkpoints.clone(), Handle::current());
    let made = blocking(move || {
        let mut progress = Progress::default();
        let source = Source { database: &database, files: &files, checkpoints: &checkpoints, keys, signer, runtime };
        let made = backup::make(&source, &recipients, &path, &mut |what, done| progress.say(what, done));
        progress.end();
        let made = made.map_err(|fault| fault.to_string())?;
        said(&path, &made)?;
        Ok((made, database))
    });
    let (made, database) = made.await?;
    note_erasures(&keep, &database).await?;
    match made.missing.as_slice() {
        [] => Ok(()),
        missing => {
            Err(format!("it is written; but files that cases have are not in the store: {}", missing.join(", ")))
        }
    }
}

/// So that a file of erasures as new as the backup can be kept beside it.
async fn note_erasures(keep: &Keep, database: &maslahat::db::Location) -> Result<(), String> {
    let database = database.clone();
    let until = Utc::now();
    let read = move || Snapshot::take(&database).and_then(|mut snapshot| store::all(snapshot.conn()));
    let all = blocking(move || read().map_err(|error| error.to_string())).await?;
    keep.note(all, until).await.map_err(super::failed("the file of erasures can't be written"))
}

fn said(path: &Path, made: &Made) -> Result<(), String> {
    let rows: u64 = made.end.tables.values().map(|sums| sums.rows).sum();
    print(&format!(
        "{}: the moment {}; tables: {}, rows: {rows}, files: {}, bytes: {}.\n",
        path.display(),
        made.header.at.format("%Y-%m-%d %H:%M:%S UTC"),
        made.end.tables.len(),
        made.end.files.count,
        made.bytes,
    ))
}

fn verify(Verification { file, identity, public_key }: &Verification) -> Result<(), String> {
    let identities = Identities::read(identity).map_err(|fault| fault.to_string())?;
    let origin = match public_key {
        Some(text) => Some(Origin::parse(text).ok_or("--public-key is not a public key")?),
        None => None,
    };
    let mut progress = Progress::default();
    let found = backup::verify(file, &identities, origin.as_ref(), &mut |what, done| progress.say(what, done));
    progress.end();
    let Verified { header, end, trail, missing } = found.map_err(|fault| fault.to_string())?;
    print(&format!(
        "The backup is whole: the moment {}, schema {}.\n",
        header.at.format("%Y-%m-%d %H:%M:%S UTC"),
        header.migrations.last().map_or("", String::as_str)
    ))?;
    for (table, sums) in &end.tables {
        print(&format!("  {table}: {}\n", sums.rows))?;
    }
    print(&format!(
        "Files: {}, bytes: {}; erased meanwhile: {}.\n",
        end.files.count, end.files.bytes, end.files.erased
    ))?;
    print(&format!("The audit trail is whole; entries: {}", trail.head.seq))?;
    print(&match origin {
        Some(_) => format!("; it passes through its checkpoints: {}. The backup is signed.\n", trail.checkpoints),
        None => ". Its checkpoints, and who made the backup, were not checked: give --public-key.\n".to_owned(),
    })?;
    missing.iter().try_for_each(|path| print(&format!("Missing already when it was made: {path}\n")))
}

/// How far it has come, on standard error: at a terminal it counts up, elsewhere it is a line for each table.
#[derive(Default)]
pub struct Progress {
    what: String,
    done: u64,
}

impl Progress {
    pub fn say(&mut self, what: &str, done: u64) {
        if self.what != what {
            self.end();
            what.clone_into(&mut self.what);
        }
        self.done = done;
        let mut out = std::io::stderr().lock();
        if out.is_terminal() {
            // Whoever reads it may have gone; the work goes on.
            let _ = write!(out, "\r{what}: {done}").and_then(|()| out.flush());
        }
    }

    pub fn end(&mut self) {
        if self.what.is_empty() {
            return;
        }
        let mut out = std::io::stderr().lock();
        let _ = if out.is_terminal() { writeln!(out) } else { writeln!(out, "{}: {}", self.what, self.done) };
        self.what.clear();
    }
}
