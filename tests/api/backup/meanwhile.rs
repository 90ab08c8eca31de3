//! What is erased while a backup is made: its files are gone when their turn comes, and that is no fault.

use std::path::PathBuf;

use maslahat::attachments::files::{Files, Place};
use maslahat::backup::{self, Made, Recipients, Source};
use maslahat::secrets::{Marks, Secrets};
use serde_json::Value;
use tokio::runtime::Handle;

use super::erased::erase;
use super::house::{House, WORDS, printed, raise, reporter, text};
use super::on_both_engines;
use crate::faults::program::Program;
use crate::support::Engine;

on_both_engines! {
    files_that_go_while_a_backup_is_made_are_noted_as_erased;
}

/// Makes a backup, and has a case erased once its rows have been read.
async fn back_up_while_erasing(house: &House, program: Program, receipt: Value) -> (Made, PathBuf) {
    let (to, key, runtime) = (house.path("meanwhile.backup"), house.key().await, Handle::current());
    let (database, folder) = (house.database.location(), house.folder.path().to_owned());
    let secrets = Secrets::load(&house.secrets(), false).unwrap();
    let work = move || {
        let files = Files::open(&folder, &Place::Folder(folder.join("files")), secrets.sealer()).unwrap();
        let source = Source {
            database: &database,
            files: &files,
            checkpoints: &folder.join("checkpoints"),
            keys: Marks::of(&secrets).unwrap(),
            signer: secrets.backup_signer(),
            runtime: runtime.clone(),
        };
        let mut erased = false;
        let mut say = |what: &str, _| {
            if what == "attachments" && !std::mem::replace(&mut erased, true) {
                runtime.block_on(erase(&program, &receipt));
            }
        };
        let made = backup::make(&source, &Recipients::parse(&[key]).unwrap(), &to, &mut say).unwrap();
        program.kill();
        (made, to)
    };
    actix_web::rt::task::spawn_blocking(work).await.unwrap()
}

async fn files_that_go_while_a_backup_is_made_are_noted_as_erased(engine: Engine) {
    let house = House::new(engine).await;
    let program = house.serve().await;
    let (kept, erased) = (raise(&program).await, raise(&program).await);
    let (made, backup) = back_up_while_erasing(&house, program, erased.clone()).await;
    assert_eq!((made.end.files.count, made.end.files.erased, made.missing.len()), (3, 3, 0));

    let place = house.another(engine).await;
    printed(&place.restore(&backup, &house, &["--erasures-may-return"]).await);
    let program = place.serve().await;
    let case = reporter(&program, &erased).await.get("/my-case").await.expect(200);
    assert_eq!((&case["wish"], case["attachments"].as_array().unwrap().len()), (&WORDS.into(), 0));
    program.kill();

    let place = house.another(engine).await;
    let said = printed(&place.restore(&backup, &house, &["--erasures", text(&house.ledger())]).await);
    assert!(said.contains("Erased again: 1."), "{said}");
    super::house::is_whole(&place.serve().await, &kept).await;
}
