//! What everybody reads of calls.

use serde_json::{Value, json};

use super::{drafted, path_of, published, texts};
use crate::support::{World, on_both_engines};

on_both_engines! {
    everybody_reads_what_was_published_and_nobody_a_draft;
    who_has_the_call_is_not_sent_it_again;
}

fn public_path(call: &Value) -> String {
    path_of(call).replace("/grant-calls", "/public-grant-calls")
}

async fn everybody_reads_what_was_published_and_nobody_a_draft(world: World) {
    let cast = world.cast().await;
    let draft = drafted(&cast, json!({ "title": texts("Канарейка-Сынак") })).await;
    let open = published(&cast, json!({})).await;
    for client in [&world.stranger, &cast.near.community.client, &cast.near.company.client] {
        client.get(&public_path(&draft)).await.refused(404, "not_found");
        let read = client.get(&public_path(&open)).await.expect(200);
        assert_eq!((&read["questions"], &read["criteria"]), (&open["questions"], &open["criteria"]));
        assert_eq!((&read["phase"], &read["ceiling"]), (&json!("open"), &open["ceiling"]));
        assert!(read.get("version").is_none() && read.get("cloned_from").is_none());
        let list = client.get("/public-grant-calls").await;
        assert!(!list.text().contains("анарейка"));
        assert_eq!(list.expect(200)["items"][0]["id"], open["id"]);
    }
    assert_eq!(world.stranger.get("/public-grant-calls?phase=draft").await.expect(200)["items"], json!([]));
}

async fn who_has_the_call_is_not_sent_it_again(world: World) {
    let cast = world.cast().await;
    let open = published(&cast, json!({})).await;
    for path in [public_path(&open), "/public-grant-calls".to_owned()] {
        let first = world.stranger.get(&path).await;
        assert_eq!(first.header("cache-control"), "public, no-cache");
        let again = world.stranger.get(&path).header("if-none-match", first.header("etag")).await;
        assert_eq!(again.status, 304);
    }
    let closes_at = super::minute(90);
    super::moved(&cast.staff.client, &open, "extend", json!({ "closes_at": closes_at })).await;
    assert_eq!(world.stranger.get(&public_path(&open)).await.expect(200)["closes_at"], json!(closes_at));
}
