//! Deadlines are those of Bishkek, wherever the server stands and whatever its clock shows.

use std::process::Command;

use chrono::{Datelike, Utc};
use maslahat::db::Location;
use serde_json::{Value, json};

use super::program::{BINARY, Program, free_port, settings};
use crate::support::{Client, Database, Engine};

const ZONES: [&str; 3] = ["UTC", "Asia/Bishkek", "America/New_York"];

#[actix_web::test]
async fn deadlines_are_those_of_bishkek_in_every_zone_on_sqlite() {
    deadlines_are_those_of_bishkek_in_every_zone(Engine::Sqlite).await;
}

#[actix_web::test]
async fn deadlines_are_those_of_bishkek_in_every_zone_on_postgres() {
    deadlines_are_those_of_bishkek_in_every_zone(Engine::Postgres).await;
}

async fn deadlines_are_those_of_bishkek_in_every_zone(engine: Engine) {
    let database = Database::empty(engine).await;
    let folder = tempfile::tempdir().unwrap();
    let url = match database.location() {
        Location::Sqlite(path) => path,
        Location::Postgres(url) => url,
    };
    maslahat::secrets::Secrets::load(&folder.path().join("secrets.json"), true).unwrap();
    let mut seen = vec![];
    for zone in ZONES {
        let port = free_port();
        let mut command = Command::new(BINARY);
        // The second is what a session with PostgreSQL takes for its own zone.
        settings(command.arg("serve").env("TZ", zone).env("PGTZ", zone), &url, folder.path(), port);
        let program = Program::start(command, port).await;
        seen.push(deadlines(&staff(&program).await).await);
        program.kill();
    }
    assert!(seen[0]["cases"].as_array().unwrap().len() > 5 && !seen[0]["days"].as_array().unwrap().is_empty());
    for (zone, other) in ZONES.iter().zip(&seen) {
        assert_eq!(other, &seen[0], "{zone}");
    }
}

async fn staff(program: &Program) -> Client {
    let credentials = json!({ "email": "ulan.beknazarov@example.org", "password": "bir-birge-kenesh-2026" });
    let session = program.client.post("/auth/login", credentials).await.expect(200);
    program.client.with(session["access_token"].as_str().unwrap())
}

/// What staff are shown of deadlines, but for what changes with every minute.
async fn deadlines(staff: &Client) -> Value {
    let list = staff.get("/grievances?sort=due&limit=20").await.expect(200);
    let mut cases = vec![];
    for item in list["items"].as_array().unwrap() {
        let case = staff.get(&format!("/grievances/{}", item["id"].as_str().unwrap())).await.expect(200);
        let clocks: Vec<Value> = case["clocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|clock| json!([clock["clock"], clock["started_at"], clock["due_at"], clock["stopped_at"]]))
            .collect();
        cases.push(json!([item["reference"], item["due_at"], clocks]));
    }
    let now = Utc::now();
    let month = format!("{:04}-{:02}", now.year(), now.month());
    let agenda = staff.get(&format!("/grievances/deadlines?month={month}")).await.expect(200);
    let day = |day: &Value| json!([day["day"], day["total"]]);
    let days: Vec<Value> = agenda["days"].as_array().unwrap().iter().map(day).collect();
    json!({ "cases": cases, "days": days })
}
