//! Files in a bucket, and files that are not where they should be.

use serde_json::json;

use super::house::{House, is_whole, printed, raise, refused, reporter, text};
use crate::faults::program::free_port;
use crate::support::Engine;
use crate::support::store::Store;

#[actix_web::test]
async fn files_go_from_a_bucket_to_another_and_to_a_folder() {
    let store = Store::start(free_port());
    let house = House::new(Engine::Sqlite).await.with_bucket(&store, "first");
    let program = house.serve().await;
    let receipt = raise(&program).await;
    let backup = house.back_up("whole.backup").await;
    program.kill();
    for place in
        [house.another(Engine::Sqlite).await.with_bucket(&store, "second"), house.another(Engine::Sqlite).await]
    {
        let said = printed(&place.restore(&backup, &house, &["--erasures", text(&house.ledger())]).await);
        assert!(said.contains("files: 3."), "{said}");
        is_whole(&place.serve().await, &receipt).await;
    }
    let said = refused(
        &house
            .another(Engine::Sqlite)
            .await
            .with_bucket(&store, "second")
            .restore(&backup, &house, &["--erasures", text(&house.ledger())])
            .await,
    );
    assert!(said.contains("the file store is not empty"), "{said}");
    let marks = store.objects().into_iter().filter(|(name, _)| name.contains("unfinished")).count();
    assert_eq!(marks, 0);
}

#[actix_web::test]
async fn a_file_that_is_lost_is_told_of_and_the_rest_is_backed_up() {
    let house = House::new(Engine::Sqlite).await;
    let program = house.serve().await;
    let receipt = raise(&program).await;
    let case = reporter(&program, &receipt).await.get("/my-case").await.expect(200);
    let lost = case["attachments"][1]["id"].as_str().unwrap();
    std::fs::remove_file(house.path(&format!("files/attachments/{lost}/shown"))).unwrap();
    let (to, key) = (house.path("whole.backup"), house.key().await);
    let said = refused(&house.run(&["backup", text(&to), "--recipient", &key]).await);
    assert!(said.contains("files that cases have are not in the store") && said.contains(lost), "{said}");
    program.kill();

    let place = house.another(Engine::Sqlite).await;
    let said = printed(&place.restore(&to, &house, &["--erasures", text(&house.ledger())]).await);
    assert!(said.contains(&format!("Missing already when the backup was made: attachments/{lost}/shown")), "{said}");
    let program = place.serve().await;
    assert_eq!(
        reporter(&program, &receipt).await.get("/my-case").await.expect(200)["wish"],
        json!(super::house::WORDS)
    );
}
