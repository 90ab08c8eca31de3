//! A place in which the program runs: a database, a folder, a secrets file.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use maslahat::backup::{self, Identities, Origin, Verified};
use maslahat::db::Location;
use maslahat::demo::DEMO_PASSWORD;
use maslahat::secrets::Secrets;
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::faults::program::{BINARY, Program, free_port, settings};
use crate::support::store::{BUCKET, KEY_ID, SECRET, Store};
use crate::support::{Client, Database, Engine};

pub struct House {
    pub database: Database,
    pub folder: TempDir,
    /// More settings.
    pub settings: Vec<(&'static str, String)>,
}

/// What a case is raised with.
pub const WORDS: &str = "Кайтпас-Сөз";
pub const NAME: &str = "Кайтпас-Аты";
pub const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n";

impl House {
    pub async fn new(engine: Engine) -> Self {
        let house =
            Self { database: Database::empty(engine).await, folder: tempfile::tempdir().unwrap(), settings: vec![] };
        Secrets::load(&house.secrets(), true).unwrap();
        house
    }

    /// An empty place for what this one held: with its secrets, and nothing else of it.
    pub async fn another(&self, engine: Engine) -> Self {
        let other = Self::new(engine).await;
        std::fs::copy(self.secrets(), other.secrets()).unwrap();
        other
    }

    /// Keeps files in a bucket, under a prefix.
    pub fn with_bucket(mut self, store: &Store, prefix: &str) -> Self {
        self.settings = vec![
            ("MASLAHAT_FILES", format!("s3://{BUCKET}/{prefix}")),
            ("MASLAHAT_S3_ENDPOINT", store.endpoint()),
            ("MASLAHAT_S3_KEY_ID", KEY_ID.into()),
            ("MASLAHAT_S3_SECRET", SECRET.into()),
        ];
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn secrets(&self) -> PathBuf {
        self.path("secrets.json")
    }

    pub fn ledger(&self) -> PathBuf {
        self.path("checkpoints/erasures.jsonl")
    }

    pub fn command(&self, arguments: &[&str], port: u16) -> Command {
        let (Location::Sqlite(url) | Location::Postgres(url)) = self.database.location();
        let mut command = Command::new(BINARY);
        settings(command.args(arguments), &url, self.folder.path(), port);
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    pub async fn serve(&self) -> Program {
        let port = free_port();
        Program::start(self.command(&["serve"], port), port).await
    }

    /// Off this thread: connections that the server closes meanwhile must be seen to be closed.
    pub async fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(arguments, 8080);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        actix_web::rt::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// Makes a key in this folder, unless there is one; its public half.
    pub async fn key(&self) -> String {
        let key = self.path("backup.key");
        if !key.exists() {
            return printed(&self.run(&["backup", "key", text(&key)]).await).trim().to_owned();
        }
        let line = std::fs::read_to_string(key).unwrap();
        line.lines().next().unwrap().split_whitespace().last().unwrap().to_owned()
    }

    /// Makes a backup that the key of this folder opens.
    pub async fn back_up(&self, name: &str) -> PathBuf {
        let (to, key) = (self.path(name), self.key().await);
        printed(&self.run(&["backup", text(&to), "--recipient", &key]).await);
        to
    }

    /// Restores a backup of another house here.
    pub async fn restore(&self, backup: &Path, of: &Self, more: &[&str]) -> Output {
        let identity = of.path("backup.key");
        let arguments = ["restore", text(backup), "--identity", text(&identity)];
        self.run(&[&arguments, more].concat()).await
    }

    /// What a backup of this house holds.
    pub fn read(&self, backup: &Path) -> Verified {
        let identities = Identities::read(&self.path("backup.key")).unwrap();
        let origin = Origin::of(&Secrets::load(&self.secrets(), false).unwrap()).unwrap();
        backup::verify(backup, &identities, Some(&origin), &mut |_, _| {}).unwrap()
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Somebody of the demonstration.
pub async fn signed_in(client: &Client, email: &str) -> Client {
    let session = client.post("/auth/login", json!({ "email": email, "password": DEMO_PASSWORD })).await.expect(200);
    client.with(session["access_token"].as_str().unwrap())
}

/// Raises a case with a name, a photo and a paper; its receipt.
pub async fn raise(program: &Program) -> Value {
    let words = json!({
        "language": "ky", "confidentiality": "confidential", "place_id": program.village().await,
        "narrative": format!("{WORDS}: жолдон чаң көп."), "wish": WORDS, "reporter": { "name": NAME }
    });
    let receipt = program.client.post("/intake/grievances", words).once().await.expect(201);
    let reporter = program.client.with(receipt["token"].as_str().unwrap());
    for file in [photo(), PAPER.to_vec()] {
        let upload = reporter.request(Method::POST, "/my-case/attachments").once();
        upload.body("application/octet-stream", file).await.expect(201);
    }
    receipt
}

fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    let picture = image::DynamicImage::ImageRgb8(image::RgbImage::new(24, 16));
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The reporter of a case, by the code on the receipt alone.
pub async fn reporter(program: &Program, receipt: &Value) -> Client {
    let opened = program.client.post("/receipts/open", json!({ "code": receipt["code"] })).await.expect(200);
    program.client.with(opened["token"].as_str().unwrap())
}

/// Whether a case is there as it was raised, with its files.
pub async fn is_whole(program: &Program, receipt: &Value) {
    let reporter = reporter(program, receipt).await;
    let case = reporter.get("/my-case").await.expect(200);
    assert_eq!((&case["reference"], &case["wish"]), (&receipt["reference"], &json!(WORDS)));
    let files = case["attachments"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    for file in files {
        let seen = reporter.get(&format!("/my-case/attachments/{}", file["id"].as_str().unwrap())).await;
        if file["class"] == "photo" {
            assert_eq!(image::load_from_memory(&seen.bytes).unwrap().width(), 24);
        } else {
            assert_eq!(seen.bytes, PAPER);
        }
    }
}
