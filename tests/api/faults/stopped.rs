//! A program that serves does its chores, and stops when it is told to.

use std::process::Command;
use std::time::Duration;

use diesel::prelude::*;
use maslahat::db::Db;
use maslahat::keeper::CHORES;
use maslahat::schema::{audit_head, chores};

use super::program::{BINARY, Program, free_port, settings};
use crate::support::{Database, Engine};

#[actix_web::test]
async fn the_program_does_its_chores_and_stops_when_told_to() {
    let database = Database::empty(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let (maslahat::db::Location::Sqlite(url) | maslahat::db::Location::Postgres(url)) = database.location();
    let port = free_port();
    let mut command = Command::new(BINARY);
    settings(command.arg("serve"), &url, folder.path(), port);
    let program = Program::start(command, port).await;
    let db = Db::open(&database.location(), 1).unwrap();
    let done = || {
        db.read(|conn| {
            Ok(chores::table.filter(chores::done_at.is_not_null()).select(chores::name).load::<String>(conn)?)
        })
    };
    let mut tries = 0;
    while done().await.unwrap().len() < CHORES.len() {
        tries += 1;
        assert!(tries < 200, "not all chores are done within twenty seconds");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(program.stop().success(), "told to stop, it ends well");
}

#[actix_web::test]
async fn the_program_signs_what_was_done_when_it_is_told_to_stop() {
    let database = Database::empty(Engine::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let (maslahat::db::Location::Sqlite(url) | maslahat::db::Location::Postgres(url)) = database.location();
    let port = free_port();
    let mut command = Command::new(BINARY);
    settings(command.arg("serve"), &url, folder.path(), port);
    let program = Program::start(command, port).await;
    let village = program.village().await;
    program.submit(&village).await.unwrap().expect(201);
    assert!(program.stop().success());
    let db = Db::open(&database.location(), 1).unwrap();
    let end: i64 = db.read(|conn| Ok(audit_head::table.select(audit_head::seq).first(conn)?)).await.unwrap();
    let signed = std::fs::read_to_string(folder.path().join("checkpoints/audit-checkpoints.jsonl")).unwrap();
    let last: serde_json::Value = serde_json::from_str(signed.lines().last().unwrap()).unwrap();
    assert_eq!(last["seq"], end);
}
