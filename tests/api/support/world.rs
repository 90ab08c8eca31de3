//! A whole server, listening on a port of its own, and the database under it.

use std::num::NonZeroU32;
use std::path::Path;

use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use maslahat::app::{self, Parts, System};
use maslahat::attachments::files::Place;
use maslahat::audit::Watch;
use maslahat::authn::token::Tokens;
use maslahat::config::Config;
use maslahat::db::{Conn, Db, Location};
use maslahat::error::Result;
use maslahat::http::limits::Rates;
use maslahat::secrets::Secrets;
use tempfile::TempDir;

use super::engine::Database;
use super::{Client, Engine, log};

/// The address that the server believes to have: what a browser would send as `Origin`.
pub const PUBLIC_URL: &str = "https://maslahat.example";

/// The telephone number that the server believes the programme to have.
pub const HOTLINE: &str = "+996 312 000000";

/// More tries than a test makes.
const MANY: u32 = 100_000;

pub struct World {
    pub engine: Engine,
    pub db: Db,
    pub tokens: Tokens,
    /// What the server's handlers work with.
    pub system: Data<System>,
    /// A caller without a credential.
    pub stranger: Client,
    server: ServerHandle,
    // Dropped last, when nothing uses them any more.
    database: Database,
    folder: TempDir,
}

/// Another server over the same database.
pub struct Instance {
    pub system: Data<System>,
    pub stranger: Client,
    server: ServerHandle,
}

impl World {
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, false, MANY).await
    }

    /// A server in demonstration mode.
    pub async fn demonstration(engine: Engine) -> Self {
        Self::with(engine, true, MANY).await
    }

    /// A server whose doors may be tried so often in a minute.
    pub async fn with_rates(engine: Engine, tries: u32) -> Self {
        Self::with(engine, false, tries).await
    }

    async fn with(engine: Engine, demo: bool, tries: u32) -> Self {
        log::keep();
        let database = Database::new(engine).await;
        let folder = tempfile::tempdir().unwrap();
        let config = Config { demo, ..config(&database, &folder, NonZeroU32::new(tries).unwrap()) };
        let db = Db::open(&config.database, config.connections).expect("the database opens");
        let secrets = Secrets::load(&config.secrets, true).expect("the secrets can be made");
        let system = System::new(&config, db.clone(), &secrets).expect("the system starts");
        let (system, stranger, server) = serve(&config, system);
        Self { engine, db, tokens: Tokens::new(&secrets.token_key()), system, stranger, server, database, folder }
    }

    /// Another server over the same database, with other settings. On PostgreSQL with connections of its own; SQLite has one
    /// writer, which they share.
    pub fn another(&self, settings: impl FnOnce(&mut Config)) -> Instance {
        let mut config = config(&self.database, &self.folder, NonZeroU32::new(MANY).unwrap());
        settings(&mut config);
        let db = match self.engine {
            Engine::Sqlite => self.db.clone(),
            Engine::Postgres => Db::open(&config.database, config.connections).expect("the database opens"),
        };
        let secrets = Secrets::load(&config.secrets, false).expect("the secrets are there");
        let system = System::new(&config, db, &secrets).expect("the system starts");
        let (system, stranger, server) = serve(&config, system);
        Instance { system, stranger, server }
    }

    /// Where the database is, as the program's setting has it.
    pub fn database_url(&self) -> String {
        let (Location::Sqlite(url) | Location::Postgres(url)) = self.database.location();
        url
    }

    /// Looks into the database.
    pub async fn look<T: Send + 'static>(&self, query: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> T {
        self.db.read(query).await.expect("the database can be read")
    }

    /// Changes the database past the server.
    pub async fn change<T: Send + 'static>(&self, change: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> T {
        self.db.write(change).await.expect("the database can be changed")
    }

    /// How many files lie in the server's store.
    pub fn files_kept(&self) -> usize {
        count_files(&self.folder.path().join("files"))
    }

    /// Waits until there is none: what nobody needs goes a moment after it was told so.
    pub async fn keeps_no_file(&self) {
        for _ in 0..50 {
            if self.files_kept() == 0 {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{} files are kept", self.files_kept());
    }

    /// The watch of another server on the same database, with the same secrets.
    pub fn another_watch(&self) -> Watch {
        let folder = self.folder.path();
        let secrets = Secrets::load(&folder.join("secrets.json"), false).expect("the secrets are there");
        Watch::new(self.db.clone(), &folder.join("checkpoints"), secrets.audit_signer())
    }

    /// The folder of the server's data.
    pub fn data(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Everything that any server of this process has logged.
    pub fn log(&self) -> String {
        log::kept()
    }
}

fn serve(config: &Config, system: System) -> (Data<System>, Client, ServerHandle) {
    let parts = Parts::new(config, system);
    let system = parts.system();
    let listening = HttpServer::new(move || app::application(&parts))
        .workers(config.workers)
        .disable_signals()
        .bind(config.listen)
        .expect("there is a free port");
    let base = format!("http://{}", listening.addrs()[0]);
    let running = listening.run();
    let server = running.handle();
    actix_web::rt::spawn(running);
    (system, Client::new(reqwest::Client::new(), base, None), server)
}

impl Drop for Instance {
    fn drop(&mut self) {
        drop(self.server.stop(false));
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // The order to stop is given at once; only its end would have to be awaited.
        drop(self.server.stop(false));
    }
}

fn count_files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { count_files(&path) } else { 1 }).sum()
}

fn config(database: &Database, folder: &TempDir, tries: NonZeroU32) -> Config {
    Config {
        database: database.location(),
        connections: 4,
        listen: ([127, 0, 0, 1], 0).into(),
        workers: 1,
        data: folder.path().to_owned(),
        secrets: folder.path().join("secrets.json"),
        files: Place::Folder(folder.path().join("files")),
        checkpoints: folder.path().join("checkpoints"),
        checkpoint_minutes: NonZeroU32::MIN,
        web: folder.path().join("web"),
        public_url: PUBLIC_URL.into(),
        trusted_proxies: vec![],
        metrics_from: vec!["127.0.0.0/8".parse().unwrap()],
        demo: false,
        hotline: Some(HOTLINE.into()),
        mail: None,
        rates: Rates {
            sign_in_per_minute: tries,
            submit_per_minute: tries,
            receipts_per_second: tries,
            wrong_codes_per_minute: tries,
        },
    }
}
