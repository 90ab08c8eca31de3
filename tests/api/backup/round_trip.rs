//! From one engine to the other and back: everything is there, and a restored server runs.

use super::dump::{assert_same, dump};
use super::house::{House, is_whole, printed, raise, signed_in};
use super::on_both_engines;
use crate::support::Engine;

on_both_engines! {
    everything_comes_back_by_way_of_the_other_engine;
}

fn other(engine: Engine) -> Engine {
    match engine {
        Engine::Sqlite => Engine::Postgres,
        Engine::Postgres => Engine::Sqlite,
    }
}

async fn everything_comes_back_by_way_of_the_other_engine(engine: Engine) {
    let first = House::new(engine).await;
    let program = first.serve().await;
    let receipt = raise(&program).await;
    signed_in(&program.client, "ainura.satarova@example.org").await;
    assert!(program.stop().success());
    let before = dump(&first.database.location());
    let backup = first.back_up("first.backup").await;
    let verified = printed(
        &first
            .run(&[
                "backup",
                "verify",
                backup.to_str().unwrap(),
                "--identity",
                first.path("backup.key").to_str().unwrap(),
            ])
            .await,
    );
    assert!(verified.contains("The backup is whole") && verified.contains("Files: 3,"), "{verified}");

    let second = first.another(other(engine)).await;
    let erasures = ["--erasures", first.ledger().to_str().unwrap()].map(str::to_owned);
    let erasures: Vec<&str> = erasures.iter().map(String::as_str).collect();
    let said = printed(&second.restore(&backup, &first, &erasures).await);
    assert!(said.contains("Restored: the moment") && said.contains("files: 3."), "{said}");
    std::fs::copy(first.path("backup.key"), second.path("backup.key")).unwrap();
    let again = second.back_up("second.backup").await;
    let (one, two) = (first.read(&backup).end, second.read(&again).end);
    assert_eq!(one.files, two.files);
    for (table, sums) in &one.tables {
        if !super::dump::CHANGED.contains(&table.as_str()) {
            assert_eq!(two.tables.get(table), Some(sums), "{table}");
        }
    }

    let third = second.another(engine).await;
    printed(&third.restore(&again, &second, &["--erasures", second.ledger().to_str().unwrap()]).await);
    assert_same(&dump(&third.database.location()), &before);
    let program = third.serve().await;
    is_whole(&program, &receipt).await;
    let staff = signed_in(&program.client, "ainura.satarova@example.org").await;
    let found = staff.get(&format!("/grievances?q={}", receipt["reference"].as_str().unwrap())).await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    assert!(program.stop().success());
    let checked = printed(&third.run(&["audit", "verify"]).await);
    assert!(checked.contains("The audit trail is whole") && checked.contains("Signed up to entry"), "{checked}");
}
