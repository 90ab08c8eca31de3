//! `maslahat`: the server and its chores.

use std::io::Write;
use std::process::ExitCode;

use chrono::Utc;
use clap::{Parser, Subcommand};
use maslahat::app::{self, System};
use maslahat::config::Config;
use maslahat::db::{Db, Location};
use maslahat::openapi::Contract;
use maslahat::places;
use maslahat::secrets::Secrets;

#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the API, the web app and Swagger UI.
    Serve,
    /// Brings the database's schema up to date.
    Migrate,
    /// Prints the OpenAPI document.
    Openapi,
}

#[actix_web::main]
async fn main() -> ExitCode {
    maslahat::log::start();
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            log::error!(reason; "stopped");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Serve => serve(Config::from_env()?).await,
        Command::Migrate => open(&Config::from_env()?).map(drop),
        Command::Openapi => print(&Contract::new().to_json()),
    }
}

async fn serve(config: Config) -> Result<(), String> {
    let db = open(&config)?;
    let seeded = db.write(|conn| places::seed::seed(conn, Utc::now())).await;
    seeded.map_err(|error| format!("the places can't be added: {error}"))?;
    // Several servers with a key each would not understand one another: only the embedded default makes its own.
    let alone = matches!(config.database, Location::Sqlite(_));
    let secrets = Secrets::load(&config.secrets, alone).map_err(|reason| format!("MASLAHAT_SECRETS: {reason}"))?;
    let system = System::new(&config, db, &secrets).map_err(|error| error.to_string())?;
    app::serve(config, system).await.map_err(|error| format!("can't serve: {error}"))
}

fn open(config: &Config) -> Result<Db, String> {
    std::fs::create_dir_all(&config.data).map_err(|error| format!("MASLAHAT_DATA can't be made: {error}"))?;
    Db::open(&config.database, config.connections).map_err(|_| "MASLAHAT_DATABASE_URL can't be used".to_owned())
}

fn print(text: &str) -> Result<(), String> {
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
