//! Keys are rotated beside a running server; a rotation that is killed goes on where it was; nothing is lost.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{TimeDelta, Utc};
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::db::{Db, Location};
use maslahat::http::idempotency;
use maslahat::schema::idempotency_keys as kept;
use maslahat::secrets::Secrets;
use serde_json::{Value, json};

use super::program::{BINARY, Program, free_port, settings};
use crate::support::{Client, Database, Engine};

#[actix_web::test]
async fn keys_are_rotated_while_people_work_on_sqlite() {
    keys_are_rotated_while_people_work(Engine::Sqlite).await;
}

#[actix_web::test]
async fn keys_are_rotated_while_people_work_on_postgres() {
    keys_are_rotated_while_people_work(Engine::Postgres).await;
}

/// Things sealed with the first key: enough that a rotation is still busy when it is killed.
const MANY: usize = 20_000;

struct House {
    database: Database,
    folder: tempfile::TempDir,
}

impl House {
    fn url(&self) -> String {
        let (Location::Sqlite(url) | Location::Postgres(url)) = self.database.location();
        url
    }

    fn secrets(&self) -> PathBuf {
        self.folder.path().join("secrets.json")
    }

    async fn serve(&self) -> Program {
        let port = free_port();
        let mut command = Command::new(BINARY);
        settings(command.arg("serve"), &self.url(), self.folder.path(), port);
        Program::start(command, port).await
    }

    fn keys(&self, chore: &str) -> Command {
        let mut command = Command::new(BINARY);
        settings(command.args(["keys", chore]), &self.url(), self.folder.path(), 0);
        command.env("MASLAHAT_LISTEN", "127.0.0.1:8080").stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Off this thread: connections that the server closes meanwhile must be seen to be closed.
    async fn run(&self, chore: &str) -> Output {
        let mut command = self.keys(chore);
        actix_web::rt::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
    }

    /// Kept answers, as many creates would leave them.
    async fn fill(&self) {
        let sealer = Secrets::load(&self.secrets(), false).unwrap().sealer();
        let db = Db::open(&self.database.location(), 1).unwrap();
        let fill = move |conn: &mut maslahat::db::Conn| {
            for number in 0..MANY {
                let hash = format!("{number:064}");
                let sealed = sealer.seal_under("callers", &idempotency::place(&hash), b"{}")?;
                let row = (
                    (kept::key_hash.eq(hash), kept::request_hash.eq(""), kept::status.eq(201)),
                    (kept::answer_sealed.eq(sealed), kept::created_at.eq(Moment::from(Utc::now()))),
                );
                diesel::insert_into(kept::table).values(row).execute(conn)?;
            }
            Ok(())
        };
        db.write(fill).await.unwrap();
    }
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output) -> String {
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A grievance with a name, raised with this key.
async fn raise(client: &Client, village: &str, key: &str) -> Value {
    let words = json!({
        "language": "ru", "confidentiality": "confidential", "place_id": village,
        "narrative": "Пыль с дороги стоит весь день, дети кашляют.", "reporter": { "name": "Айгүл Асанова" }
    });
    client.post("/intake/grievances", words).key(key).await.expect(201)
}

/// Whether a file that the reporter sent comes back as it was.
async fn attached(client: &Client, receipt: &Value, paper: &[u8]) -> (Client, String) {
    let reporter = client.with(receipt["token"].as_str().unwrap());
    let upload = reporter.request(reqwest::Method::POST, "/my-case/attachments").once();
    let file = upload.body("application/octet-stream", paper.to_vec()).await.expect(201);
    (reporter, format!("/my-case/attachments/{}", file["id"].as_str().unwrap()))
}

async fn keys_are_rotated_while_people_work(engine: Engine) {
    let house = House { database: Database::empty(engine).await, folder: tempfile::tempdir().unwrap() };
    Secrets::load(&house.secrets(), true).unwrap();
    let program = house.serve().await;
    let village = program.village().await;
    let before = raise(&program.client, &village, "before-the-rotation").await;
    let paper = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec();
    let (reporter, file) = attached(&program.client, &before, &paper).await;
    house.fill().await;
    let kept_copy = std::fs::read(house.secrets()).unwrap();

    let rotation = house.keys("rotate");
    actix_web::rt::task::spawn_blocking(|| kill_in_the_middle(rotation)).await.unwrap();
    assert_eq!(raise(&program.client, &village, "before-the-rotation").await, before, "answers given once stay");
    raise(&program.client, &village, "in-between-two-keys").await;
    let listed = printed(&house.run("list").await);
    assert!(listed.contains("Key 1: only opens") && listed.contains("Key 2: seals since"), "{listed}");
    assert!(refused(&house.run("retire").await).contains("things sealed with them"));

    let rotated = printed(&house.run("rotate").await);
    assert!(rotated.contains("Key 2 seals now.") && rotated.contains("may be sealing with them until"), "{rotated}");
    assert!(!rotated.contains("unreadable"), "{rotated}");
    let listed = printed(&house.run("list").await);
    assert!(listed.contains("Key 1: only opens; sealed with it: 0."), "{listed}");
    assert!(refused(&house.run("retire").await).contains("until"), "not while a request may be under way");
    an_hour_passes(&house.secrets());
    assert!(printed(&house.run("retire").await).contains("Key 2 is the only one now."));

    assert_eq!(reporter.get(&file).await.bytes, paper, "the server goes on");
    assert_eq!(raise(&program.client, &village, "before-the-rotation").await, before);
    program.kill();
    let again = house.serve().await;
    assert!(again.opens(before["code"].as_str().unwrap()).await);
    let reporter = again.client.with(before["token"].as_str().unwrap());
    assert_eq!(reporter.get(&file).await.bytes, paper, "a new start as well");
    again.kill();

    std::fs::write(house.secrets(), kept_copy).unwrap();
    let listed = printed(&house.run("list").await);
    assert!(listed.contains("Key 1: seals; sealed with it: 0."), "the old key opens nothing any more: {listed}");
}

/// Ends a rotation as a power cut would, when a part of the work is done and a part is not.
fn kill_in_the_middle(mut rotation: Command) {
    let mut process = rotation.spawn().unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut last = String::new();
    for line in lines {
        last = line;
        if last.starts_with("idempotency_keys.answer_sealed: ") && !last.ends_with(": 0") {
            break;
        }
    }
    process.kill().unwrap();
    assert!(!process.wait().unwrap().success(), "it was still at work: {last}");
}

/// The file says since when a key seals.
fn an_hour_passes(secrets: &Path) {
    let mut file: Value = serde_json::from_slice(&std::fs::read(secrets).unwrap()).unwrap();
    file["sealing_keys"][1]["since"] = json!(Utc::now() - TimeDelta::hours(1));
    std::fs::write(secrets, file.to_string()).unwrap();
}
