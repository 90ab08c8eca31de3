//! What the program does besides serving, and how it starts to serve.

pub mod audit;
pub mod demo;
pub mod keys;
pub mod receipts;
pub mod serve;
pub mod user;

use std::io::Write;

use maslahat::app::System;
use maslahat::config::Config;
use maslahat::db::{Db, Location};
use maslahat::error::ApiError;
use maslahat::secrets::Secrets;

pub fn open(config: &Config) -> Result<Db, String> {
    std::fs::create_dir_all(&config.data).map_err(|error| format!("MASLAHAT_DATA can't be made: {error}"))?;
    Db::open(&config.database, config.connections).map_err(|_| "MASLAHAT_DATABASE_URL can't be used".to_owned())
}

pub fn system(config: &Config) -> Result<System, String> {
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
