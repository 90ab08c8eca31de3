//! `maslahat keys`: the keys that seal names, contacts and files.

use std::io::{IsTerminal, Write};

use chrono::{DateTime, Utc};
use maslahat::app::System;
use maslahat::config::Config;
use maslahat::rotation::{self, Done, Standing, Unsettled, may_retire};
use maslahat::secrets::{KeyId, Lock, Secrets};

use super::{failed, print, system};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Says which keys there are, how much is sealed with each, and whether the old ones may go.
    List,
    /// Adds a key that seals nothing yet. With several servers: then copy the secrets file to each, and rotate.
    Add,
    /// Seals with the newest key from now on, and seals anew what older keys sealed. Servers may run meanwhile. Where it
    /// was ended in the middle, it goes on; with one key only, it adds another first.
    Rotate,
    /// Takes the old keys out of the secrets file, once nothing is sealed with them.
    Retire,
}

pub async fn run(config: &Config, command: Command) -> Result<(), String> {
    match command {
        Command::List => list(config).await,
        Command::Add => add(config),
        Command::Rotate => rotate(config).await,
        Command::Retire => retire(config).await,
    }
}

fn secrets(config: &Config) -> Result<Secrets, String> {
    Secrets::load(&config.secrets, false).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))
}

async fn list(config: &Config) -> Result<(), String> {
    let secrets = secrets(config)?;
    let standing = standing(&system(config).await?, &secrets).await?;
    for id in secrets.sealing_ids() {
        let count = standing.by_key.get(&id).copied().unwrap_or_default();
        print(&format!("Key {id}: {}; sealed with it: {count}.\n", duty(&secrets, id)))?;
    }
    if standing.unnamed > 0 {
        print(&format!("Sealed with the first key, before keys had numbers: {}.\n", standing.unnamed))?;
    }
    say_what_is_left(&secrets, &standing, Utc::now())
}

fn duty(secrets: &Secrets, id: KeyId) -> String {
    match (id == secrets.sealing_id(), secrets.sealing_since()) {
        (true, Some(since)) => format!("seals since {}", minute(since)),
        (true, None) => "seals".into(),
        (false, _) if id > secrets.sealing_id() => "not used yet".into(),
        (false, _) => "only opens".into(),
    }
}

fn add(config: &Config) -> Result<(), String> {
    let _alone = Lock::of(&config.secrets)?;
    let id = secrets(config)?.add_sealing_key()?;
    print(&format!(
        "Key {id} is in {}. Copy the file to every server, then run: keys rotate\n",
        config.secrets.display()
    ))
}

async fn rotate(config: &Config) -> Result<(), String> {
    let _alone = Lock::of(&config.secrets)?;
    let mut secrets = secrets(config)?;
    if secrets.sealing_ids().len() == 1 {
        secrets.add_sealing_key()?;
    }
    if secrets.newest() != secrets.sealing_id() {
        secrets.seal_with_newest(Utc::now())?;
    }
    print(&format!("Key {} seals now.\n", secrets.sealing_id()))?;
    let system = system(config).await?;
    let mut progress = Progress::default();
    let rewrapped = rotation::rewrap(&system.db, &system.sealer, &system.files, Utc::now(), |what, done| {
        progress.say(what, done);
    });
    rewrapped.await.map_err(failed("not everything was sealed anew; run it again"))?;
    progress.end();
    let standing = standing(&system, &secrets).await?;
    say_what_is_left(&secrets, &standing, Utc::now())
}

async fn retire(config: &Config) -> Result<(), String> {
    let _alone = Lock::of(&config.secrets)?;
    let mut secrets = secrets(config)?;
    let (current, now) = (secrets.sealing_id(), Utc::now());
    if secrets.newest() != current {
        return Err(format!("key {} was added and is not used yet: run `keys rotate` first", secrets.newest()));
    }
    let standing = standing(&system(config).await?, &secrets).await?;
    may_retire(&standing, current, secrets.sealing_since(), now).map_err(|why| said(&why))?;
    secrets.retire_others()?;
    print(&format!(
        "Key {current} is the only one now. Backups from before {} open with the old file alone: keep a copy of it, apart \
         from them, for as long as you keep them.\n",
        minute(secrets.sealing_since().unwrap_or(now))
    ))
}

async fn standing(system: &System, secrets: &Secrets) -> Result<Standing, String> {
    let counted = rotation::standing(&system.db, &system.files, secrets.sealing_ids()).await;
    counted.map_err(failed("what is sealed can't be counted"))
}

fn say_what_is_left(secrets: &Secrets, standing: &Standing, now: DateTime<Utc>) -> Result<(), String> {
    if secrets.sealing_ids().len() == 1 {
        return Ok(());
    }
    print(&match may_retire(standing, secrets.sealing_id(), secrets.sealing_since(), now) {
        Ok(()) => "The old keys may be retired: keys retire\n".to_owned(),
        Err(why) => format!("The old keys are still needed: {}.\n", said(&why)),
    })
}

fn said(why: &Unsettled) -> String {
    match why {
        Unsettled::Used(count) => {
            format!("things sealed with them: {count}. Kept answers end by themselves within a day")
        }
        Unsettled::Until(settled) => format!("a server may be sealing with them until {}", minute(*settled)),
    }
}

fn minute(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// A line for each kind of sealed thing: at a terminal it counts up, elsewhere it is one line a step.
#[derive(Default)]
struct Progress {
    what: Option<&'static str>,
}

impl Progress {
    fn say(&mut self, what: &'static str, done: Done) {
        let mut out = std::io::stdout().lock();
        let unreadable = if done.unreadable > 0 { format!(", unreadable: {}", done.unreadable) } else { String::new() };
        let line = format!("{what}: {}{unreadable}", done.sealed_anew);
        let again = self.what.replace(what) == Some(what) && out.is_terminal();
        let before = if again {
            "\r"
        } else if self.what.is_some() && out.is_terminal() {
            "\n"
        } else {
            ""
        };
        let after = if out.is_terminal() { "" } else { "\n" };
        // Whoever reads it may have gone; the work goes on.
        let _ = write!(out, "{before}{line}{after}").and_then(|()| out.flush());
    }

    fn end(&self) {
        if self.what.is_some() && std::io::stdout().is_terminal() {
            let _ = writeln!(std::io::stdout());
        }
    }
}
