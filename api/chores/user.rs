//! `maslahat user`: the first administrator, who invites everybody else.

use std::io::{BufRead, IsTerminal};

use chrono::{DateTime, Utc};
use maslahat::accounts::AccountId;
use maslahat::accounts::create::{self, NewAccountRow};
use maslahat::accounts::directory::check_fits;
use maslahat::accounts::domain::address;
use maslahat::audit::{self, Subject};
use maslahat::authn::password;
use maslahat::authz::{Role, Who};
use maslahat::config::Config;
use maslahat::db::Conn;
use maslahat::error::ApiError;
use maslahat::names::Language;
use maslahat::organisations::first;
use validator::ValidateEmail;

use super::{open, print};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Adds an account. Its password is read from standard input; at a terminal one is made and shown.
    Add(Account),
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
    let who = Who { id: None, role: "console" };
    audit::record(conn, &who, "add_account", &Subject::new("account", id), role.as_str(), now)
}

fn said(error: ApiError) -> String {
    match error.fields().first() {
        Some(field) => format!("--{}: {}", field.pointer.trim_start_matches('/'), field.code),
        None => error.to_string(),
    }
}
