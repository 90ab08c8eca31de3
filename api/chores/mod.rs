//! What the program does besides serving, and how it starts to serve.

pub mod audit;
pub mod backup;
pub mod demo;
pub mod keys;
pub mod receipts;
pub mod restore;
pub mod serve;
pub mod user;

use std::io::Write;

use maslahat::app::System;
use maslahat::attachments::files::Files;
use maslahat::config::Config;
use maslahat::db::{Db, Location};
use maslahat::error::ApiError;
use maslahat::secrets::Secrets;

pub fn open(config: &Config) -> Result<Db, String> {
    std::fs::create_dir_all(&config.data).map_err(|error| format!("MASLAHAT_DATA can't be made: {error}"))?;
    Db::open(&config.database, config.connections).map_err(|_| "MASLAHAT_DATABASE_URL can't be used".to_owned())
}

/// Why nothing is done in a place that is half restored.
pub const UNFINISHED: &str = "a restore was begun here and not finished: restore the backup again, or clear the database \
                              and MASLAHAT_FILES";

/// Before the database is opened: that would make its tables, and a restore wants it empty.
async fn is_finished(config: &Config) -> Result<(), String> {
    let unfinished = Files::is_unfinished_at(&config.files).await;
    if unfinished.map_err(failed("MASLAHAT_FILES can't be written and read"))? {
        Err(UNFINISHED.into())
    } else {
        Ok(())
    }
}

pub async fn migrate(config: &Config) -> Result<(), String> {
    is_finished(config).await?;
    open(config).map(drop)
}

pub async fn system(config: &Config) -> Result<System, String> {
    is_finished(config).await?;
    let db = open(config)?;
    // Several servers with a key each would not understand one another: only the embedded default makes its own.
    let alone = matches!(config.database, Location::Sqlite(_));
    let secrets = Secrets::load(&config.secrets, alone).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))?;
    System::new(config, db, &secrets).map_err(|error| error.to_string())
}

/// Says what was being done when the database failed.
pub fn failed(doing: &'static str) -> impl Fn(ApiError) -> String {
    move |error| format!("{doing}: {error}")
}

pub fn print(text: &str) -> Result<(), String> {
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
