//! Files in a bucket: sealed, over TLS, for a key that the store knows; and what happens when the store is away.

use std::fs::File;
use std::process::{Command, Stdio};

use image::{DynamicImage, ImageFormat, RgbImage};
use reqwest::Method;
use serde_json::Value;
use tempfile::TempDir;

use super::program::{BINARY, Program, free_port, settings};
use crate::support::store::{BUCKET, KEY_ID, SECRET, Store};
use crate::support::{Client, Reply};

struct Server {
    folder: TempDir,
    port: u16,
}

impl Server {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), port: free_port() }
    }

    fn command(&self, store: &Store, secret: &str) -> Command {
        let mut command = Command::new(BINARY);
        command.arg("serve");
        let database = self.folder.path().join("maslahat.db");
        settings(&mut command, &database.to_string_lossy(), self.folder.path(), self.port);
        command
            .env("MASLAHAT_FILES", format!("s3://{BUCKET}/of/a/programme"))
            .env("MASLAHAT_S3_ENDPOINT", store.endpoint())
            .env("MASLAHAT_S3_KEY_ID", KEY_ID)
            .env("MASLAHAT_S3_SECRET", secret)
            .stderr(File::create(self.folder.path().join("log")).unwrap());
        command
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Starts it and expects it to give up.
    fn refuses(&self, mut command: Command) {
        let status = command.stdout(Stdio::null()).status().unwrap();
        assert!(!status.success());
        assert!(self.log().contains("MASLAHAT_FILES can't be written and read"), "{}", self.log());
    }
}

fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    DynamicImage::ImageRgb8(RgbImage::new(32, 16)).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// Raises a grievance and returns its reporter.
async fn reporter(program: &Program) -> Client {
    let receipt: Value = program.submit(&program.village().await).await.unwrap().expect(201);
    program.client.with(receipt["token"].as_str().unwrap())
}

async fn attach(reporter: &Client) -> Reply {
    reporter.request(Method::POST, "/my-case/attachments").once().body("image/jpeg", photo()).await
}

#[actix_web::test]
async fn photos_lie_sealed_in_the_bucket() {
    let (store, server) = (Store::start(free_port()), Server::new());
    let program = Program::start(server.command(&store, SECRET), server.port).await;
    let reporter = reporter(&program).await;
    let id = attach(&reporter).await.expect(201)["id"].as_str().unwrap().to_owned();
    let objects = store.objects();
    let mut names: Vec<&str> = objects.iter().map(|(name, _)| name.split("of/a/programme/").last().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, [format!("attachments/{id}/original"), format!("attachments/{id}/shown")]);
    assert!(objects.iter().all(|(_, bytes)| !bytes.windows(4).any(|window| window == b"JFIF")));
    let seen = reporter.get(&format!("/my-case/attachments/{id}")).await;
    assert_eq!(image::load_from_memory(&seen.bytes).unwrap().width(), 32);
    assert!(!server.folder.path().join("files").exists(), "nothing lies beside the database");
    assert!(!server.log().contains(SECRET), "{}", server.log());
}

#[actix_web::test]
async fn a_store_that_is_away_costs_no_grievance() {
    let (mut store, server) = (Store::start(free_port()), Server::new());
    let program = Program::start(server.command(&store, SECRET), server.port).await;
    let reporter = reporter(&program).await;
    store.stop();
    assert_eq!(program.submit(&program.village().await).await.unwrap().status, 201);
    attach(&reporter).await.refused(503, "unavailable");
    assert!(server.log().contains("the file store failed"), "{}", server.log());
    store.run();
    attach(&reporter).await.expect(201);
    assert_eq!(reporter.get("/my-case").await.expect(200)["attachments"].as_array().unwrap().len(), 1);
}

#[test]
fn a_key_that_the_store_does_not_know_stops_the_start_and_is_not_told() {
    let (store, server) = (Store::start(free_port()), Server::new());
    let mut command = server.command(&store, "a-secret-of-another-store");
    command.env("MASLAHAT_S3_KEY_ID", "a-key-of-another-store");
    server.refuses(command);
    assert!(!server.log().contains("of-another-store"), "{}", server.log());
}

#[actix_web::test]
async fn a_certificate_that_nobody_knows_is_not_trusted() {
    let (store, server) = (Store::start_with_tls(free_port()), Server::new());
    server.refuses(server.command(&store, SECRET));
    let mut knowing = server.command(&store, SECRET);
    knowing.env("SSL_CERT_FILE", store.certificate());
    let program = Program::start(knowing, server.port).await;
    attach(&reporter(&program).await).await.expect(201);
}
