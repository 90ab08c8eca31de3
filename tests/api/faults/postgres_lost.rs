//! A lost PostgreSQL is answered with 503, and forgiven when it is back.

use std::process::Command;
use std::time::{Duration, Instant};

use maslahat::db::Location;

use super::program::{BINARY, Program, free_port, settings};
use super::toll_gate::TollGate;
use crate::support::{Database, Engine};

#[actix_web::test]
async fn service_resumes_when_postgresql_is_back() {
    let database = Database::empty(Engine::Postgres).await;
    let Location::Postgres(url) = database.location() else { panic!("asked for PostgreSQL") };
    let (account, rest) = url.split_once('@').unwrap();
    let (server, name) = rest.split_once('/').unwrap();
    let gate = TollGate::before(server.to_owned()).await;
    let folder = tempfile::tempdir().unwrap();
    maslahat::secrets::Secrets::load(&folder.path().join("secrets.json"), true).unwrap();
    let port = free_port();
    let mut command = Command::new(BINARY);
    settings(command.arg("serve"), &format!("{account}@127.0.0.1:{}/{name}", gate.port), folder.path(), port);
    let program = Program::start(command, port).await;
    let village = program.village().await;
    program.submit(&village).await.unwrap().expect(201);

    gate.close();
    let lost = program.submit(&village).await.expect("an answer, although it is a refusal");
    lost.refused(503, "unavailable");
    assert_eq!(program.ready().await, Some(503));
    assert_eq!(program.client.get("//health/live").await.status, 200, "the program itself is alive");

    gate.open();
    assert!(program.becomes_ready(Duration::from_secs(30)).await);
    // A connection or two may still be found dead.
    let began = Instant::now();
    while program.submit(&village).await.unwrap().status != 201 {
        assert!(began.elapsed() < Duration::from_secs(30), "service has not resumed");
    }
}
