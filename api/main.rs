//! `maslahat`: the server and its chores.

mod chores;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use maslahat::config::Config;
use maslahat::openapi;

/// Answers are many small strings, made on one thread and dropped on another.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    /// Fills an empty database with a demonstration, as large as wished.
    Demo(chores::demo::Arguments),
    /// Accounts.
    #[command(subcommand)]
    User(chores::user::Command),
    /// The keys that seal names, contacts and files.
    #[command(subcommand)]
    Keys(chores::keys::Command),
    /// The keys that sign receipts.
    #[command(subcommand)]
    Receipts(chores::receipts::Command),
    /// The audit trail.
    #[command(subcommand)]
    Audit(chores::audit::Command),
    /// Writes the database and the files of cases, as they are at this moment, to an encrypted file. The server may run.
    Backup(chores::backup::Arguments),
    /// Restores a backup into an empty database and an empty file store: all of it, or nothing.
    Restore(chores::restore::Arguments),
}

#[actix_web::main]
async fn main() -> ExitCode {
    maslahat::log::start();
    with_small_pages();
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
        Command::Serve => chores::serve::run(Config::from_env()?).await,
        Command::Migrate => chores::migrate(&Config::from_env()?).await,
        Command::Openapi => chores::print(&openapi::to_json()),
        Command::Demo(arguments) => chores::demo::run(&Config::from_env()?, &arguments).await,
        Command::User(command) => chores::user::run(&Config::from_env()?, command).await,
        Command::Keys(command) => chores::keys::run(&Config::from_env()?, command).await,
        Command::Receipts(command) => chores::receipts::run(&Config::from_env()?, command),
        Command::Audit(command) => chores::audit::run(&Config::from_env()?, command).await,
        Command::Backup(arguments) => chores::backup::run(arguments).await,
        Command::Restore(arguments) => chores::restore::run(Config::from_env()?, arguments).await,
    }
}

/// The allocator asks the kernel for huge pages: of each, two megabytes are resident once one byte of it is used, which was a
/// quarter of what the server takes.
fn with_small_pages() {
    #[cfg(target_os = "linux")]
    if let Err(reason) = nix::sys::prctl::set_thp_disable(true) {
        log::warn!(reason:% = reason; "huge pages stay");
    }
}
