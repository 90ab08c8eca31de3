//! What can't be trusted, or would cover something, is refused; and nothing is changed by it.

use std::path::Path;

use maslahat::attachments::files::{Files, Place};
use maslahat::backup::{self, Recipients, Source};
use maslahat::secrets::{Marks, Secrets};
use tokio::runtime::Handle;

use super::dump;
use super::house::{House, is_whole, printed, raise, refused, text};
use super::on_both_engines;
use crate::support::Engine;

on_both_engines! {
    a_backup_that_was_changed_or_cut_off_is_refused;
    a_place_that_is_not_empty_is_refused;
    a_backup_that_another_made_is_refused;
}

/// Nothing is there, and nothing hinders the next restore.
#[track_caller]
fn is_empty(house: &House) {
    assert!(dump::tables(&house.database.location()).is_empty(), "no table");
    let files = walk(&house.path("files"));
    assert!(files.is_empty(), "no file: {files:?}");
    assert!(!house.path("checkpoints").exists(), "no checkpoint");
}

fn walk(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path.display().to_string()] }).collect()
}

async fn a_backup_that_was_changed_or_cut_off_is_refused(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    raise(&program).await;
    let backup = house.back_up("whole.backup").await;
    program.kill();
    let whole = std::fs::read(&backup).unwrap();
    let identity = house.path("backup.key");
    let erasures = house.ledger();
    let place = house.another(engine).await;

    let (end, middle) = (whole.len(), whole.len() / 2);
    let mut changes: Vec<(&str, Vec<u8>)> = vec![
        ("cut off at a part's end", whole[..end - 1].to_vec()),
        ("cut off in the middle", whole[..middle].to_vec()),
        ("cut off at its beginning", whole[..40].to_vec()),
        ("empty", vec![]),
        ("continued", [whole.as_slice(), b"more"].concat()),
    ];
    for at in [60, 300, middle, end - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        changes.push(("changed by a bit", changed));
    }
    let spoilt = house.path("spoilt.backup");
    for (what, bytes) in changes {
        std::fs::write(&spoilt, bytes).unwrap();
        let verified = house.run(&["backup", "verify", text(&spoilt), "--identity", text(&identity)]).await;
        let said = refused(&verified);
        assert!(said.contains("damaged") || said.contains("none of the keys"), "{what}: {said}");
        refused(&place.restore(&spoilt, &house, &["--erasures", text(&erasures)]).await);
        is_empty(&place);
    }

    // Another key, another secrets file, no file of erasures or one from before.
    let other = House::new(engine).await;
    other.key().await;
    let wrong = place.run(&["restore", text(&backup), "--identity", text(&other.path("backup.key"))]).await;
    assert!(refused(&wrong).contains("none of the keys opens this backup"));
    let said = refused(&other.restore(&backup, &house, &["--erasures", text(&erasures)]).await);
    assert!(said.contains("MASLAHAT_SECRETS is not the file that belongs to this backup"), "{said}");
    is_empty(&other);
    let said = refused(&place.restore(&backup, &house, &[]).await);
    assert!(said.contains("would come back"), "{said}");
    is_empty(&place);
    // It is there all the same.
    printed(&place.restore(&backup, &house, &["--erasures", text(&erasures)]).await);
}

async fn a_place_that_is_not_empty_is_refused(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let receipt = raise(&program).await;
    let backup = house.back_up("whole.backup").await;
    assert!(
        refused(&house.run(&["backup", text(&backup), "--recipient", &house.key().await]).await)
            .contains("is there already")
    );
    let said = refused(&house.restore(&backup, &house, &[]).await);
    assert!(said.contains("the database is not empty"), "{said}");
    is_whole(&program, &receipt).await;
    program.kill();

    let place = house.another(engine).await;
    let stray = place.path("files/attachments/01890000-0000-7000-8000-000000000000/shown");
    std::fs::create_dir_all(stray.parent().unwrap()).unwrap();
    std::fs::write(&stray, b"somebody's").unwrap();
    let said = refused(&place.restore(&backup, &house, &["--erasures", text(&house.ledger())]).await);
    assert!(said.contains("the file store is not empty"), "{said}");
    assert_eq!(std::fs::read(&stray).unwrap(), b"somebody's");
    assert!(dump::tables(&place.database.location()).is_empty());
}

/// Whoever knows the public key, and even the marks of the secrets, signs nothing.
async fn a_backup_that_another_made_is_refused(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    raise(&program).await;
    program.kill();
    let key = house.key().await;
    let others = Secrets::load(&house.path("others.json"), true).unwrap();
    for (name, signer) in [("forged.backup", others.backup_signer()), ("unsigned.backup", None)] {
        let (database, folder, key) = (house.database.location(), house.folder.path().to_owned(), key.clone());
        let secrets = Secrets::load(&house.secrets(), false).unwrap();
        let (to, runtime) = (house.path(name), Handle::current());
        let forge = move || {
            let files = Files::open(&folder, &Place::Folder(folder.join("files")), secrets.sealer()).unwrap();
            let (checkpoints, keys) = (folder.join("checkpoints"), Marks::of(&secrets).unwrap());
            let source =
                Source { database: &database, files: &files, checkpoints: &checkpoints, keys, signer, runtime };
            drop(backup::make(&source, &Recipients::parse(&[key]).unwrap(), &to, &mut |_, _| {}).unwrap());
        };
        actix_web::rt::task::spawn_blocking(forge).await.unwrap();
        let place = house.another(engine).await;
        let said = refused(&place.restore(&house.path(name), &house, &["--erasures-may-return"]).await);
        assert!(said.contains("is not signed by the system"), "{name}: {said}");
        assert!(dump::tables(&place.database.location()).is_empty());
        assert!(!place.path("files/restore-unfinished").exists());
    }
}

#[actix_web::test]
async fn a_backup_needs_somebody_to_open_it() {
    let house = House::new(Engine::Sqlite).await;
    let said = refused(&house.run(&["backup", text(&house.path("a.backup"))]).await);
    assert!(said.contains("a backup needs a public key"), "{said}");
    let said = refused(&house.run(&["backup", text(&house.path("a.backup")), "--recipient", "age1nobody"]).await);
    assert!(said.contains("age1nobody is not a public key"), "{said}");
    assert!(
        refused(&house.run(&["backup", text(&house.path("a.backup")), "--recipient", &house.key().await]).await)
            .contains("the database"),
        "there is none yet"
    );
    assert!(!house.path("a.backup").exists() && !house.path("a.backup.partial").exists());
    assert!(!house.path("maslahat.db").exists());
}
