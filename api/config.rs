//! Settings, from the environment, read once. A missing or wrong one stops the start with its name.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use ipnet::IpNet;

use crate::attachments::files::{Bucket, Credential, Place};
use crate::db::Location;
use crate::http::limits::Rates;
use crate::mail::Settings as Mail;
use crate::mail::settings::Wrong;

pub struct Config {
    pub database: Location,
    /// Connections to the database: readers on SQLite, all on PostgreSQL.
    pub connections: u32,
    pub listen: SocketAddr,
    pub workers: usize,
    /// Files and, in the embedded default, the database and the secrets.
    pub data: PathBuf,
    pub secrets: PathBuf,
    pub files: Place,
    /// Where the audit trail's checkpoints are written: best on another disk than the database.
    pub checkpoints: PathBuf,
    pub checkpoint_minutes: NonZeroU32,
    /// The built web app; nothing is served where it is missing.
    pub web: PathBuf,
    /// Where people reach the web app: the only origin that may use the refresh cookie.
    pub public_url: String,
    /// The programme's telephone number, as receipts show it.
    pub hotline: Option<String>,
    /// The server that takes our e-mail; without one, e-mails wait.
    pub mail: Option<Mail>,
    pub trusted_proxies: Vec<IpNet>,
    /// From where the metrics may be read.
    pub metrics_from: Vec<IpNet>,
    /// Makes the demonstration programme in an empty database, and prints its accounts.
    pub demo: bool,
    pub rates: Rates,
}

impl Config {
    pub fn from_env() -> Result<Self, String> {
        let data: PathBuf = setting("MASLAHAT_DATA", "data")?;
        let default_database = data.join("maslahat.db").display().to_string();
        let listen: SocketAddr = setting("MASLAHAT_LISTEN", "127.0.0.1:8080")?;
        let database = Location::parse(&setting::<String>("MASLAHAT_DATABASE_URL", &default_database)?);
        Ok(Self {
            connections: setting("MASLAHAT_CONNECTIONS", &connections(&database).to_string())?,
            database,
            listen,
            workers: setting("MASLAHAT_WORKERS", &cores().to_string())?,
            secrets: setting("MASLAHAT_SECRETS", &data.join("secrets.json").display().to_string())?,
            files: files(&data)?,
            checkpoints: setting("MASLAHAT_CHECKPOINTS", &data.join("checkpoints").display().to_string())?,
            checkpoint_minutes: setting("MASLAHAT_CHECKPOINT_MINUTES", "15")?,
            data,
            web: setting("MASLAHAT_WEB", "frontend/dist")?,
            public_url: setting::<String>("MASLAHAT_PUBLIC_URL", &format!("http://{listen}"))?
                .trim_end_matches('/')
                .to_owned(),
            hotline: Some(setting("MASLAHAT_HOTLINE", "")?).filter(|number: &String| !number.is_empty()),
            mail: mail()?,
            trusted_proxies: networks("MASLAHAT_TRUSTED_PROXIES", "")?,
            metrics_from: networks("MASLAHAT_METRICS_FROM", "127.0.0.0/8, ::1")?,
            demo: setting("MASLAHAT_DEMO", "false")?,
            rates: rates()?,
        })
    }
}

/// A folder, or `s3://bucket` or `s3://bucket/prefix` with the settings of the store.
fn files(data: &Path) -> Result<Place, String> {
    let place: String = setting("MASLAHAT_FILES", &data.join("files").display().to_string())?;
    let Some(bucket) = place.strip_prefix("s3://") else { return Ok(Place::Folder(place.into())) };
    let (name, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
    if name.is_empty() {
        return Err("MASLAHAT_FILES names no bucket".into());
    }
    let endpoint: String = setting("MASLAHAT_S3_ENDPOINT", "")?;
    Ok(Place::Bucket(Bucket {
        name: name.to_owned(),
        prefix: prefix.trim_matches('/').to_owned(),
        endpoint: Some(endpoint).filter(|endpoint| !endpoint.is_empty()),
        region: setting("MASLAHAT_S3_REGION", "us-east-1")?,
        credential: Credential { key_id: needed("MASLAHAT_S3_KEY_ID")?, secret: needed("MASLAHAT_S3_SECRET")? },
    }))
}

/// The server that takes our e-mail, if one is named.
fn mail() -> Result<Option<Mail>, String> {
    let url: String = setting("MASLAHAT_SMTP_URL", "")?;
    if url.is_empty() {
        return Ok(None);
    }
    let login = match setting::<String>("MASLAHAT_SMTP_USER", "")? {
        nobody if nobody.is_empty() => None,
        user => Some((user, needed("MASLAHAT_SMTP_PASSWORD")?)),
    };
    Mail::parse(&url, login, &needed("MASLAHAT_MAIL_FROM")?).map(Some).map_err(|wrong| match wrong {
        Wrong::Url => "MASLAHAT_SMTP_URL is not such as smtps://mail.example.org".into(),
        Wrong::From => "MASLAHAT_MAIL_FROM is not such as Maslahat <post@example.org>".into(),
    })
}

fn needed(name: &str) -> Result<String, String> {
    match setting::<String>(name, "")? {
        empty if empty.is_empty() => Err(format!("{name} is missing")),
        text => Ok(text),
    }
}

fn rates() -> Result<Rates, String> {
    Ok(Rates {
        sign_in_per_minute: setting::<NonZeroU32>("MASLAHAT_SIGN_INS_PER_MINUTE", "30")?,
        submit_per_minute: setting("MASLAHAT_SUBMISSIONS_PER_MINUTE", "30")?,
        receipts_per_second: setting("MASLAHAT_RECEIPTS_PER_SECOND", "5")?,
        wrong_codes_per_minute: setting("MASLAHAT_WRONG_CODES_PER_MINUTE", "10")?,
    })
}

/// A query of SQLite keeps a core busy, and each of its connections has a cache of its own; one to PostgreSQL waits.
fn connections(database: &Location) -> usize {
    match database {
        Location::Sqlite(_) => 2 * cores(),
        Location::Postgres(_) => 8,
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn setting<T: FromStr>(name: &str, default: &str) -> Result<T, String> {
    let text = match std::env::var(name) {
        Ok(text) if !text.is_empty() => text,
        Ok(_) | Err(std::env::VarError::NotPresent) => default.to_owned(),
        Err(std::env::VarError::NotUnicode(_)) => return Err(format!("{name} is not text")),
    };
    text.parse().map_err(|_| format!("{name} has a value that can't be used"))
}

fn networks(name: &str, default: &str) -> Result<Vec<IpNet>, String> {
    let text: String = setting(name, default)?;
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<IpNet>().or_else(|_| part.parse::<std::net::IpAddr>().map(IpNet::from)))
        .collect::<Result<_, _>>()
        .map_err(|_| format!("{name} is a list of addresses or networks, such as 10.0.0.0/8"))
}
