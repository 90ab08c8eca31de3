//! A program that serves does its chores, and stops when it is told to.

use std::process::Command;
use std::time::Duration;

use diesel::prelude::*;
use maslahat::db::Db;
use maslahat::keeper::CHORES;
use maslahat::schema::chores;

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
