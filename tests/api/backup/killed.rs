//! A restore that is killed leaves nothing that anybody is served, and can be begun again.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use chrono::Utc;
use diesel::prelude::*;
use maslahat::db::Db;
use maslahat::db::types::Moment;
use maslahat::schema::idempotency_keys as kept;

use super::house::{House, is_whole, printed, raise, refused, text};
use super::{dump, on_both_engines};
use crate::support::Engine;

on_both_engines! {
    a_restore_that_is_killed_is_served_to_nobody_and_begins_again;
}

/// Rows enough that a restore is still busy when it is killed.
const MANY: usize = 20_000;

async fn fill(house: &House) {
    let db = Db::open(&house.database.location(), 1).unwrap();
    let fill = |conn: &mut maslahat::db::Conn| {
        for number in 0..MANY {
            let row = (
                (kept::key_hash.eq(format!("{number:064}")), kept::request_hash.eq(""), kept::status.eq(201)),
                (kept::answer_sealed.eq(vec![7; 100]), kept::created_at.eq(Moment::from(Utc::now()))),
            );
            diesel::insert_into(kept::table).values(row).execute(conn)?;
        }
        Ok(())
    };
    db.write(fill).await.unwrap();
}

/// Ends it as a power cut would, once some tables have come and others have not.
fn kill_in_the_middle(mut restore: Command) {
    let mut process = restore.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.starts_with("grievances: ")), "it came so far");
    process.kill().unwrap();
    assert!(!process.wait().unwrap().success(), "it was still at work");
}

async fn a_restore_that_is_killed_is_served_to_nobody_and_begins_again(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let receipt = raise(&program).await;
    fill(&house).await;
    let backup = house.back_up("whole.backup").await;
    program.kill();

    let place = house.another(engine).await;
    let (identity, erasures) = (house.path("backup.key"), house.ledger());
    let arguments = ["restore", text(&backup), "--identity", text(&identity), "--erasures", text(&erasures)];
    let restore = place.command(&arguments, 8080);
    actix_web::rt::task::spawn_blocking(|| kill_in_the_middle(restore)).await.unwrap();
    // As if it had come to the files.
    let half = place.path("files/attachments/01890000-0000-7000-8000-000000000000/shown");
    std::fs::create_dir_all(half.parent().unwrap()).unwrap();
    std::fs::write(&half, b"half").unwrap();

    for chore in [&["serve"][..], &["migrate"], &["demo"]] {
        let said = refused(&place.run(chore).await);
        assert!(said.contains("a restore was begun here and not finished"), "{chore:?}: {said}");
    }
    assert!(dump::tables(&place.database.location()).is_empty(), "nothing stayed of it");

    printed(&place.run(&arguments).await);
    assert!(!half.exists());
    let program = place.serve().await;
    is_whole(&program, &receipt).await;
}
