//! `maslahat user`: the first administrator, who invites everybody else.

use std::io::{BufRead, IsTerminal};

use chrono::{DateTime, Utc};
use maslahat::accounts::create::{self, NewAccountRow};
use maslahat::accounts::directory::check_fits;
use maslahat::accounts::domain::address;
use maslahat::accounts::{AccountId, store};
use maslahat::audit::{self, Subject};
use maslahat::authn::password;
use maslahat::authz::{Role, Who};
use maslahat::config::Config;
use maslahat::db::Conn;
use maslahat::error::ApiError;
use maslahat::names::Language;
use maslahat::organisations::first;
use maslahat::second_factor;
use validator::ValidateEmail;

use super::{open, print};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Adds an account. Its password is read from standard input; at a terminal one is made and shown.
    Add(Account),
    /// Takes an account's second factor away: for the last administrator, who has nobody to ask.
    ResetSecondFactor {
        #[arg(long)]
        email: String,
    },
}

#[derive(clap::Args)]
pub struct Account {
    #[arg(long)]
    email: String,
    #[arg(long)]
    name: String,
    #[arg(long, default_value = "admin")]
    role: Role,
    #[arg(long, default_value = "ky")]
    language: Language,
    /// Its id or its name. Where there is none yet, an NGO of this name is made.
    #[arg(long)]
    organisation: String,
}

pub async fn run(config: &Config, command: Command) -> Result<(), String> {
    match command {
        Command::Add(account) => add(config, account).await,
        Command::ResetSecondFactor { email } => reset_second_factor(config, address(&email)).await,
    }
}

async fn add(config: &Config, account: Account) -> Result<(), String> {
    let account = Account { email: address(&account.email), ..account };
    if !account.email.validate_email() {
        return Err("--email is not an e-mail address".to_owned());
    }
    let given = given_password()?;
    let word = given.clone().unwrap_or_else(new_password);
    password::check_strength("/password", &word, &[&account.email, &account.name])
        .map_err(|_| "the password is too easily guessed".to_owned())?;
    let hash = password::hash(word.clone()).await.map_err(|error| error.to_string())?;
    let email = account.email.clone();
    open(config)?.write(move |conn| insert(conn, account, hash, Utc::now())).await.map_err(said)?;
    print(&if given.is_some() { format!("{email}\n") } else { format!("{email}  {word}\n") })
}

async fn reset_second_factor(config: &Config, email: String) -> Result<(), String> {
    let done = format!("{email} signs in with the password alone, and is told\n");
    open(config)?.write(move |conn| reset(conn, &email, Utc::now())).await.map_err(|error| {
        if matches!(error, ApiError::NotFound) {
            "--email: unknown".to_owned()
        } else if matches!(error, ApiError::Conflict(_)) {
            "this account has no second factor".to_owned()
        } else {
            said(error)
        }
    })?;
    print(&done)
}

fn reset(conn: &mut Conn, email: &str, now: DateTime<Utc>) -> Result<(), ApiError> {
    let id = store::id_of(conn, email)?;
    second_factor::store::reset(conn, id, now)?;
    audit::record(conn, &console(), "reset_second_factor", &Subject::new("account", id), "", now)
}

fn console() -> Who {
    Who { id: None, role: "console" }
}

/// The password that was piped in, if one was.
fn given_password() -> Result<Option<String>, String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    input.lock().read_line(&mut line).map_err(|error| error.to_string())?;
    Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()).filter(|word| !word.is_empty()))
}

fn new_password() -> String {
    hex::encode(rand::random::<[u8; 12]>())
}

fn insert(conn: &mut Conn, account: Account, password_hash: String, now: DateTime<Utc>) -> Result<(), ApiError> {
    let Account { email, name, role, language, organisation } = account;
    let id = AccountId::at(now);
    let organisation_id = first::find_or_make(conn, &organisation, now)?;
    check_fits(conn, role, organisation_id)?;
    let created_at = now.into();
    let row =
        NewAccountRow { id, email, name, role, language, organisation_id, password_hash, active: true, created_at };
    create::insert(conn, &row, &[], &[])?;
    audit::record(conn, &console(), "add_account", &Subject::new("account", id), role.as_str(), now)
}

fn said(error: ApiError) -> String {
    match error.fields().first() {
        Some(field) => format!("--{}: {}", field.pointer.trim_start_matches('/'), field.code),
        None => error.to_string(),
    }
}
