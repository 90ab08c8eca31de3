//! What people had erased does not come back with a backup from before; and what a backup holds of names and keys.

use std::io::Read;
use std::path::Path;

use maslahat::db::Location;
use serde_json::{Value, json};

use super::house::{House, NAME, WORDS, printed, raise, refused, reporter, signed_in, text};
use super::{dump, on_both_engines};
use crate::faults::program::Program;
use crate::support::{Client, Engine};

on_both_engines! {
    what_was_erased_does_not_come_back;
    a_backup_holds_no_key_and_no_name;
}

async fn case_of(protection: &Client, receipt: &Value) -> Value {
    let found = protection.get(&format!("/grievances?q={}", receipt["reference"].as_str().unwrap())).await.expect(200);
    let id = found["items"][0]["id"].as_str().unwrap().to_owned();
    protection.get(&format!("/grievances/{id}")).await.expect(200)
}

pub async fn erase(program: &Program, receipt: &Value) {
    let protection = signed_in(&program.client, "cholpon.isakova@example.org").await;
    let case = case_of(&protection, receipt).await;
    let all = json!({ "reason": "Asked in the office.", "words": true, "files": true, "receipt": true });
    let path = format!("/grievances/{}/erase", case["id"].as_str().unwrap());
    protection.post(&path, all).at(case["version"].clone()).await.expect(200);
}

fn holds(place: &House, word: &str) -> bool {
    let rows = dump::dump(&place.database.location());
    let in_rows = rows.values().flatten().any(|row| row.contains(word) || row.contains(&word.to_lowercase()));
    let in_file = match place.database.location() {
        Location::Sqlite(path) => ["", "-wal"].iter().any(|end| {
            let bytes = std::fs::read(format!("{path}{end}")).unwrap_or_default();
            contains(&bytes, word.as_bytes()) || contains(&bytes, word.to_lowercase().as_bytes())
        }),
        Location::Postgres(_) => false,
    };
    in_rows || in_file
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

async fn what_was_erased_does_not_come_back(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let (erased, kept) = (raise(&program).await, raise(&program).await);
    let first = house.back_up("before.backup").await;
    let old = house.path("old.jsonl");
    std::fs::copy(house.ledger(), &old).unwrap();
    let backup = house.back_up("later.backup").await;
    erase(&program, &erased).await;
    erase(&program, &kept).await;
    let ledger = std::fs::read_to_string(house.ledger()).unwrap();
    assert!(!ledger.contains("office") && !ledger.contains(WORDS) && !ledger.contains("MSL-"), "ids only: {ledger}");
    program.kill();

    // A list of erasures from before the backup says nothing of what came after it.
    let place = house.another(engine).await;
    assert!(refused(&place.restore(&backup, &house, &["--erasures", text(&old)]).await).contains("would come back"));
    let spoilt = house.path("spoilt.jsonl");
    std::fs::write(&spoilt, ledger.replacen("\"words\":true", "\"words\":false", 1)).unwrap();
    let said = refused(&place.restore(&backup, &house, &["--erasures", text(&spoilt)]).await);
    assert!(said.contains("of the erasures was changed"), "{said}");
    assert!(dump::tables(&place.database.location()).is_empty());

    let said = printed(&place.restore(&first, &house, &["--erasures", text(&house.ledger())]).await);
    assert!(said.contains("Erased again: 2."), "{said}");
    assert!(!holds(&place, WORDS), "neither in rows nor in what was overwritten");
    assert!(!Path::new(&place.path("files/attachments")).exists(), "nor a file");
    let program = place.serve().await;
    program.client.post("/receipts/open", json!({ "code": erased["code"] })).await.refused(404, "not_found");
    let protection = signed_in(&program.client, "cholpon.isakova@example.org").await;
    let case = case_of(&protection, &erased).await;
    assert_eq!(case["narrative"], "");
    protection.get(&format!("/grievances?q={WORDS}")).await.expect(200);
    assert!(program.stop().success());
    assert!(printed(&place.run(&["audit", "verify"]).await).contains("whole"));
    assert!(std::fs::read_to_string(place.ledger()).unwrap().lines().count() > 0, "and goes on to be known");

    // Whoever accepts it gets it all.
    let place = house.another(engine).await;
    let said = printed(&place.restore(&backup, &house, &["--erasures-may-return"]).await);
    assert!(said.contains("has come back"), "{said}");
    let program = place.serve().await;
    assert_eq!(reporter(&program, &erased).await.get("/my-case").await.expect(200)["wish"], WORDS);
}

/// What the owner of the key reads in a backup.
fn opened(house: &House, backup: &Path) -> Vec<u8> {
    let key = std::fs::read_to_string(house.path("backup.key")).unwrap();
    let identity: age::x25519::Identity = key.lines().last().unwrap().parse().unwrap();
    let decryptor = age::Decryptor::new(std::fs::File::open(backup).unwrap()).unwrap();
    let packed = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap();
    let mut plain = vec![];
    flate2::read::GzDecoder::new(packed).read_to_end(&mut plain).unwrap();
    plain
}

async fn a_backup_holds_no_key_and_no_name(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    raise(&program).await;
    let backup = house.back_up("whole.backup").await;
    program.kill();
    let sealed = std::fs::read(&backup).unwrap();
    let plain = opened(&house, &backup);
    assert!(contains(&plain, WORDS.as_bytes()), "the search is able to find something");
    for canary in [WORDS, NAME, "audit_entries", "ainura.satarova"] {
        assert!(!contains(&sealed, canary.as_bytes()), "{canary} in the backup");
    }
    assert!(!contains(&plain, NAME.as_bytes()), "a name is sealed within");
    let secrets: Value = serde_json::from_slice(&std::fs::read(house.secrets()).unwrap()).unwrap();
    for key in
        [&secrets["token_key"], &secrets["receipt_pepper"], &secrets["sealing_keys"][0]["key"], &secrets["audit_key"]]
    {
        let (text, bytes) = (key.as_str().unwrap(), hex::decode(key.as_str().unwrap()).unwrap());
        assert!(!contains(&plain, text.as_bytes()) && !contains(&plain, &bytes), "a key lies in the backup");
    }
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&backup).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}
