//! Byte by byte: no name of a reporter lies anywhere that the program writes to, and what is erased leaves the disk.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use maslahat::db::Location;
use maslahat::demo::DEMO_PASSWORD;
use reqwest::Method;
use serde_json::{Value, json};

use super::program::{BINARY, Program, free_port, settings};
use crate::support::{Client, Database, Engine};

#[actix_web::test]
async fn no_name_is_written_anywhere_and_no_erased_word_stays_on_sqlite() {
    no_name_is_written_anywhere_and_no_erased_word_stays(Engine::Sqlite).await;
}

#[actix_web::test]
async fn no_name_is_written_anywhere_and_no_erased_word_stays_on_postgres() {
    no_name_is_written_anywhere_and_no_erased_word_stays(Engine::Postgres).await;
}

/// In every identity field, by every way in; no other text has these.
const NAMES: [&str; 4] = ["Канарейка-Аты", "+996 701 22 33 44", "Кенар-Жазылган", "kenar@example.org"];
/// In what is erased: a word, and three letters that no other text has, as the search index keeps them.
const WORDS: [&str; 2] = ["Өчүрүлчү-Сөз", "ӝӟӥ"];

pub struct House {
    database: Database,
    folder: tempfile::TempDir,
    log: PathBuf,
}

impl House {
    pub async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        maslahat::secrets::Secrets::load(&folder.path().join("secrets.json"), true).unwrap();
        Self { database: Database::empty(engine).await, log: folder.path().join("server.log"), folder }
    }

    /// With everything in the log that can be in it.
    pub async fn serve(&self) -> Program {
        let port = free_port();
        let mut command = Command::new(BINARY);
        let url = match self.database.location() {
            Location::Sqlite(path) | Location::Postgres(path) => path,
        };
        settings(command.arg("serve"), &url, self.folder.path(), port);
        let log = File::create(&self.log).unwrap();
        command.env("RUST_LOG", "trace").stdout(log.try_clone().unwrap()).stderr(log);
        Program::start(command, port).await
    }

    /// Every byte that is kept: the database's files or its dump, the files of cases, the log.
    fn kept(&self) -> Vec<(String, Vec<u8>)> {
        let mut all = vec![];
        gather(self.folder.path(), &mut all);
        match self.database.location() {
            Location::Sqlite(path) => gather(Path::new(&path).parent().unwrap(), &mut all),
            Location::Postgres(url) => all.push(("dump".into(), dump(&url))),
        }
        all
    }

    /// Where one of these is, in any of its disguises. Off this thread: connections that the server closes meanwhile must
    /// be seen to be closed.
    pub async fn found(&self, canaries: &'static [&'static str]) -> Vec<String> {
        let kept = self.kept();
        actix_web::rt::task::spawn_blocking(move || search(&kept, canaries)).await.unwrap()
    }
}

fn search(kept: &[(String, Vec<u8>)], canaries: &[&str]) -> Vec<String> {
    let mut found = vec![];
    for canary in canaries {
        for disguise in disguises(canary) {
            let holders = kept.iter().filter(|(_, bytes)| contains(bytes, &disguise));
            found.extend(holders.map(|(name, _)| format!("{canary} in {name} as {disguise:?}")));
        }
    }
    found
}

fn gather(folder: &Path, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, all);
        } else {
            all.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

/// Everything in a PostgreSQL database, as its own tool writes it.
fn dump(url: &str) -> Vec<u8> {
    let dump = Command::new(postgres_program("pg_dump")).arg(url).output().unwrap();
    assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
    dump.stdout
}

/// Debian keeps PostgreSQL's programs out of the PATH.
fn postgres_program(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let programs = versions.map(|version| version.unwrap().path().join("bin").join(name));
    programs.filter(|path| path.exists()).max().unwrap_or_else(|| name.into())
}

/// A text as it may be written: as it is, in small letters, as a number without gaps; each plain, in hexadecimal (as
/// PostgreSQL dumps bytes), in base 64 (as JSON might carry them) and as another alphabet's bytes.
fn disguises(canary: &str) -> Vec<Vec<u8>> {
    let mut texts = vec![canary.to_owned(), canary.to_lowercase(), canary.replace(' ', "")];
    texts.dedup();
    let mut all = vec![];
    for text in texts {
        let utf16: Vec<u16> = text.encode_utf16().collect();
        all.push(hex::encode(&text).into_bytes());
        all.push(utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect());
        all.push(utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect());
        // Wherever in a longer text it begins, these characters stand in the middle.
        for shift in 0..3 {
            let shifted = [vec![b'-'; shift], text.clone().into_bytes()].concat();
            let coded = base64::engine::general_purpose::STANDARD.encode(shifted);
            let whole = coded.trim_end_matches('=');
            all.push(whole.as_bytes()[4.min(whole.len())..whole.len() - 2].to_vec());
        }
        all.push(text.into_bytes());
    }
    all.retain(|disguise| disguise.len() >= 5);
    all
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else { return true };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        if bytes[from + at..].starts_with(part) {
            return true;
        }
        from += at + 1;
    }
    false
}

pub async fn signed_in(client: &Client, email: &str) -> Client {
    let session = client.post("/auth/login", json!({ "email": email, "password": DEMO_PASSWORD })).await.expect(200);
    client.with(session["access_token"].as_str().unwrap())
}

fn words(village: &str, name: &str, contact: &str) -> Value {
    json!({
        "language": "ky", "confidentiality": "confidential", "place_id": village,
        "narrative": format!("{}: жолдон чаң көп, {} деп айтышты.", WORDS[0], WORDS[1]), "wish": WORDS[0],
        "reporter": { "name": name, "contact": contact }
    })
}

/// A picture with a canary in a comment beside it.
fn photo(canary: &str) -> Vec<u8> {
    let mut picture = std::io::Cursor::new(vec![]);
    image::DynamicImage::ImageRgb8(image::RgbImage::new(8, 8))
        .write_to(&mut picture, image::ImageFormat::Jpeg)
        .unwrap();
    let comment = canary.as_bytes();
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xfe, 0, u8::try_from(comment.len() + 2).unwrap()];
    bytes.extend(comment);
    bytes.extend(&picture.get_ref()[2..]);
    bytes
}

/// The case of a receipt, as protection finds it.
async fn case_of(protection: &Client, receipt: &Value) -> String {
    let reference = receipt["reference"].as_str().unwrap();
    let found = protection.get(&format!("/grievances?q={reference}")).await.expect(200);
    found["items"][0]["id"].as_str().unwrap().to_owned()
}

/// Every way in which a name comes into the program, and some in which it is refused.
async fn names_come_in(client: &Client, village: &str, staff: &Client) -> Value {
    let raised = client.post("/intake/grievances", words(village, NAMES[0], NAMES[1])).once().await.expect(201);
    let recorded = json!({
        "channel": "phone", "consent": { "given": "said", "note": "said so on the telephone" }, "grievance": words(village, NAMES[2], NAMES[3])
    });
    staff.post("/grievances", recorded).once().await.expect(201);
    let mut refused = words("00000000-0000-4000-8000-000000000000", NAMES[0], NAMES[1]);
    client.post("/intake/grievances", refused.clone()).once().await.refused(422, "invalid");
    refused["reporter"]["name"] = json!(NAMES[0].repeat(50));
    client.post("/intake/grievances", refused.clone()).once().await.refused(422, "invalid");
    client.post("/intake/grievances", refused).await.refused(400, "idempotency_key_required");
    let broken = format!("{{\"reporter\": {{\"name\": \"{}", NAMES[0]);
    let request = client.request(Method::POST, "/intake/grievances").once();
    assert_eq!(request.body("application/json", broken).await.status, 400);
    staff.get(&format!("/grievances?q={}", NAMES[0])).await.expect(200);
    assert_eq!(client.get(&format!("/{}", NAMES[3])).await.status, 404);
    raised
}

async fn no_name_is_written_anywhere_and_no_erased_word_stays(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let client = &program.client;
    let village = program.village().await;
    let staff = signed_in(client, "ainura.satarova@example.org").await;
    let protection = signed_in(client, "cholpon.isakova@example.org").await;
    let raised = names_come_in(client, &village, &staff).await;
    let reporter = client.with(raised["token"].as_str().unwrap());
    for file in [photo(NAMES[0]), [b"%PDF-1.4\n".as_slice(), NAMES[2].as_bytes()].concat()] {
        let upload = reporter.request(Method::POST, "/my-case/attachments").once();
        upload.body("application/octet-stream", file).await.expect(201);
    }
    reporter
        .post("/my-case/messages", json!({ "body": format!("{} {}", WORDS[0], WORDS[1]) }))
        .once()
        .await
        .expect(201);
    let case = case_of(&protection, &raised).await;
    let opening = json!({ "purpose": "contact", "reason": "To call before the visit." });
    protection.post(&format!("/grievances/{case}/identity/grants"), opening).once().await.expect(201);
    let identity = protection.get(&format!("/grievances/{case}/identity")).await.expect(200);
    assert_eq!((&identity["name"], &identity["contact"]), (&json!(NAMES[0]), &json!(NAMES[1])));
    assert_eq!(house.found(&NAMES).await, Vec::<String>::new());
    assert!(!house.found(&WORDS).await.is_empty(), "the search is able to find something");

    for receipt in [raised, json!({ "reference": WORDS[0] })] {
        let case = case_of(&protection, &receipt).await;
        let version = protection.get(&format!("/grievances/{case}")).await.expect(200)["version"].clone();
        let all = json!({ "reason": "Asked in the office.", "words": true, "files": true, "receipt": true });
        protection.post(&format!("/grievances/{case}/erase"), all).at(version).await.expect(200);
    }
    assert_eq!(house.found(&NAMES).await, Vec::<String>::new());
    assert_eq!(house.found(&WORDS).await, Vec::<String>::new());
    let files = house.kept().into_iter().filter(|(name, _)| name.contains("attachments")).count();
    assert_eq!(files, 0, "nor a sealed file");
}
