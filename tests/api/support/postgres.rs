//! PostgreSQL: the template is a database of the server that `TEST_DATABASE_URL` names; a test's database is made
//! from it.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use maslahat::db::Location;

use super::engine::{fill, fingerprint};

/// Held while a process makes the template. The number is only a name.
const LOCK: &str = "SELECT pg_advisory_lock(7061737862)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7061737862)";

pub struct Copy {
    name: String,
}

impl Copy {
    pub async fn of_template() -> Self {
        Self::made_with(&format!("TEMPLATE {}", template().await))
    }

    pub fn empty() -> Self {
        Self::made_with("TEMPLATE template0")
    }

    fn made_with(how: &str) -> Self {
        let name = format!("maslahat_test_{}", uuid::Uuid::new_v4().simple());
        server().batch_execute(&format!("CREATE DATABASE {name} {how}")).expect("the server lets us make databases");
        Self { name }
    }

    pub fn location(&self) -> Location {
        location(&self.name)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // A test that has failed leaves its database behind rather than hide why it failed.
        let _ = server().batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

fn url() -> String {
    std::env::var("TEST_DATABASE_URL")
        .expect("TEST_DATABASE_URL names no PostgreSQL server: run `scripts/with-postgres cargo test`")
}

fn server() -> PgConnection {
    PgConnection::establish(&url()).expect("the server of TEST_DATABASE_URL answers")
}

fn location(database: &str) -> Location {
    let url = url();
    let (server, _) = url.rsplit_once('/').expect("TEST_DATABASE_URL ends with a database");
    Location::Postgres(format!("{server}/{database}"))
}

/// The template's name. The first of several processes makes it while the others wait.
async fn template() -> String {
    let name = format!("maslahat_template_{}", fingerprint());
    let mut server = server();
    server.batch_execute(LOCK).unwrap();
    if !exists(&mut server, &name) {
        let draft = format!("{name}_draft");
        server.batch_execute(&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).unwrap();
        server.batch_execute(&format!("CREATE DATABASE {draft} TEMPLATE template0")).unwrap();
        fill(&location(&draft)).await;
        close(&mut server, &draft);
        server.batch_execute(&format!("ALTER DATABASE {draft} RENAME TO {name}")).unwrap();
    }
    server.batch_execute(UNLOCK).unwrap();
    name
}

/// A database that somebody is connected to can be neither renamed nor copied.
fn close(server: &mut PgConnection, name: &str) {
    server.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).unwrap();
    diesel::sql_query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1")
        .bind::<Text, _>(name)
        .execute(server)
        .unwrap();
    while count(server, "SELECT count(*) AS count FROM pg_stat_activity WHERE datname = $1", name) > 0 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

fn exists(server: &mut PgConnection, name: &str) -> bool {
    count(server, "SELECT count(*) AS count FROM pg_database WHERE datname = $1", name) > 0
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(server: &mut PgConnection, query: &str, name: &str) -> i64 {
    diesel::sql_query(query).bind::<Text, _>(name).get_result::<Counted>(server).unwrap().count
}
