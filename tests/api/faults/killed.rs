//! A program that is killed in the middle of its work loses nothing that it acknowledged.

use std::process::Command;
use std::time::Duration;

use futures_util::future::join_all;
use maslahat::db::Location;

use super::program::{BINARY, Program, free_port, settings};
use crate::support::{Database, Engine};

const CLIENTS: usize = 8;

#[actix_web::test]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    nothing_acknowledged_is_lost(Engine::Sqlite).await;
}

#[actix_web::test]
async fn nothing_acknowledged_is_lost_on_postgres() {
    nothing_acknowledged_is_lost(Engine::Postgres).await;
}

async fn nothing_acknowledged_is_lost(engine: Engine) {
    let database = Database::empty(engine).await;
    let folder = tempfile::tempdir().unwrap();
    let url = match database.location() {
        Location::Sqlite(path) => path,
        Location::Postgres(url) => url,
    };
    new_secrets(folder.path());
    let start = || {
        let port = free_port();
        let mut command = Command::new(BINARY);
        settings(command.arg("serve"), &url, folder.path(), port);
        Program::start(command, port)
    };
    let program = start().await;
    let village = program.village().await;
    let codes = join_all((0..CLIENTS).map(|_| submit_until_it_dies(&program, &village)));
    let pid = program.pid().to_string();
    let killer = async {
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert!(Command::new("kill").args(["-9", &pid]).status().unwrap().success());
    };
    let (codes, ()) = futures_util::join!(codes, killer);
    let codes: Vec<String> = codes.into_iter().flatten().collect();
    assert!(codes.len() > CLIENTS, "only {} were acknowledged before the end", codes.len());
    program.kill();

    let again = start().await;
    for code in &codes {
        assert!(again.opens(code).await, "an acknowledged grievance is gone");
    }
    let mut verify = Command::new(BINARY);
    settings(verify.args(["audit", "verify"]), &url, folder.path(), 0);
    assert!(verify.env("MASLAHAT_LISTEN", "127.0.0.1:8080").status().unwrap().success(), "the audit trail holds");
}

/// On PostgreSQL the keys must be there before the start.
fn new_secrets(folder: &std::path::Path) {
    maslahat::secrets::Secrets::load(&folder.join("secrets.json"), true).unwrap();
}

async fn submit_until_it_dies(program: &Program, village: &str) -> Vec<String> {
    let mut codes = vec![];
    while let Some(reply) = program.submit(village).await {
        codes.push(reply.expect(201)["code"].as_str().unwrap().to_owned());
    }
    codes
}
