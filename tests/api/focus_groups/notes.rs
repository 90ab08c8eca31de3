//! What was said.

use serde_json::json;

use super::{consented, counts, held, moved};
use crate::support::{World, on_both_engines};

on_both_engines! {
    notes_and_quotes_are_kept_as_they_were_written;
    a_quote_tells_of_a_kind_and_never_of_a_child;
    notes_are_found_by_their_words;
    notes_that_somebody_wrote_meanwhile_are_not_overwritten;
}

async fn notes_and_quotes_are_kept_as_they_were_written(world: World) {
    let cast = world.cast().await;
    let path = held(&cast, "Суу").await;
    let quotes = json!([
        { "text": "Арыктагы суу кызарып калды.", "sex": "female", "age_band": "from36" },
        { "text": "Малга берүүгө коркобуз.", "sex": "male", "age_band": "from60" },
    ]);
    let notes = "  Биринчи сап.\n\nЭкинчи сап 🏔.  ";
    let record =
        moved(&cast.second_staff.client, &path, "notes", json!({ "notes": notes, "quotes": quotes })).await.expect(200);
    assert_eq!(record["notes"], notes);
    let kept = record["quotes"].as_array().unwrap();
    assert_eq!((&kept[0]["text"], &kept[1]["age_band"]), (&quotes[0]["text"], &json!("from60")));
    // Seven women of that age were there, and no man of the other.
    assert_eq!((&kept[0]["identifying"], &kept[1]["identifying"]), (&json!(false), &json!(true)));
    let record =
        moved(&cast.staff.client, &path, "notes", json!({ "notes": notes, "quotes": [quotes[1]] })).await.expect(200);
    assert_eq!(record["quotes"].as_array().unwrap().len(), 1);
    let blank = json!([quotes[0], { "text": "  ", "sex": "male", "age_band": "from60" }]);
    let reply = moved(&cast.staff.client, &path, "notes", json!({ "notes": "", "quotes": blank })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/quotes/1/text too_short"]);
    assert_eq!(cast.staff.client.get(&path).await.expect(200)["notes"], notes);
}

async fn a_quote_tells_of_a_kind_and_never_of_a_child(world: World) {
    let cast = world.cast().await;
    let path = consented(&cast, "Суу").await;
    for (more, refused) in [
        (json!({ "age_band": "under14" }), "/quotes/0/age_band invalid"),
        (json!({ "name": "Асан" }), "/quotes/0/name unknown"),
    ] {
        let quote = super::with(json!({ "text": "Суу кир.", "sex": "male", "age_band": "from60" }), more);
        let reply = moved(&cast.staff.client, &path, "notes", json!({ "notes": "", "quotes": [quote] })).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}

async fn notes_are_found_by_their_words(world: World) {
    let cast = world.cast().await;
    let path = held(&cast, "Суу").await;
    held(&cast, "Жол").await;
    let quote = json!({ "text": "Чаңдан жөтөлөбүз.", "sex": "female", "age_band": "from36" });
    moved(&cast.staff.client, &path, "notes", json!({ "notes": "Жайыт тарыды.", "quotes": [quote] })).await.expect(200);
    for words in ["ЖАЙЫТ", "чаңдан", "китепкана%20тарыды"] {
        let page = cast.staff.client.get(&format!("/focus-groups?q={words}")).await.expect(200);
        let found = page["items"].as_array().unwrap().iter().filter(|item| item["title"] == "Суу").count();
        assert_eq!((page["items"].as_array().unwrap().len(), found), (1, 1), "{words}");
    }
}

async fn notes_that_somebody_wrote_meanwhile_are_not_overwritten(world: World) {
    let cast = world.cast().await;
    let path = consented(&cast, "Суу").await;
    let notes = format!("{path}/notes");
    let body = |text: &str| json!({ "notes": text, "quotes": [] });
    cast.staff.client.post(&notes, body("Hers")).at(2).await.expect(200);
    cast.second_staff.client.post(&notes, body("His")).at(2).await.refused(412, "stale");
    assert_eq!(cast.staff.client.get(&path).await.expect(200)["notes"], "Hers");
    moved(&cast.staff.client, &path, "attendance", counts(json!({ "from36": 7 }), json!({}))).await.expect(200);
    assert_eq!(cast.staff.client.get(&path).await.expect(200)["notes"], "Hers");
}
