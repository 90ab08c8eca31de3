//! What everybody reads of promises, and canaries: words that must never be among it.

use chrono::NaiveDate;
use maslahat::http::Cursor;
use reqwest::Method;
use serde_json::{Value, json};

use super::{done, moved, path_of, promised, shown};
use crate::support::{World, on_both_engines};

on_both_engines! {
    everybody_reads_what_was_published_in_words_of_its_own;
    what_was_not_published_is_nobodys;
    what_there_is_still_time_for_comes_first;
    a_photo_is_seen_once_it_is_shown_and_the_promise_published;
    what_belongs_to_a_protected_case_is_gone;
    promises_are_counted_by_site_and_listed_page_by_page;
    figures_follow_each_change;
}

const WHAT: &str = "Канарейка-Убада";
const NOTE: &str = "Канарейка-Сөз";
const TEXT: &str = "Жолго күн сайын суу себилет";

async fn board(world: &World, query: &str) -> Value {
    world.stranger.get(&format!("/promises{query}")).await.expect(200)
}

async fn everybody_reads_what_was_published_in_words_of_its_own(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({ "what": WHAT })).await;
    moved(&cast.staff.client, &made, "publish", json!({ "text": TEXT })).await;
    let report = json!({ "done_on": super::day(0), "note": NOTE });
    moved(&cast.near.company.client, &made, "report", report).await;
    moved(&cast.near.community.client, &made, "verify", json!({ "note": NOTE })).await;
    let seen = board(&world, "").await;
    let promise = &seen["items"][0];
    assert_eq!(
        (&promise["text"], &promise["standing"], &promise["side"]),
        (&json!(TEXT), &json!("in_time"), &json!("company"))
    );
    assert_eq!(promise["organisation"]["en"], "Kaiberen");
    let text = seen.to_string();
    assert!(!text.contains("анарейка"), "{text}");
    for person in [&cast.staff, &cast.near.company, &cast.near.community] {
        assert!(!text.contains(&person.id.to_string()), "{text}");
    }
    assert!(!text.contains(made["id"].as_str().unwrap()));
}

async fn what_was_not_published_is_nobodys(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({ "what": WHAT })).await;
    assert_eq!(board(&world, "").await["items"], json!([]));
    assert_eq!(board(&world, "").await["sites"], json!([]));
    moved(&cast.staff.client, &made, "publish", json!({ "text": TEXT })).await;
    assert_eq!(board(&world, "").await["items"].as_array().unwrap().len(), 1);
    moved(&cast.staff.client, &made, "withdraw-publication", json!({})).await;
    let seen = board(&world, "").await;
    assert_eq!((&seen["items"], &seen["sites"]), (&json!([]), &json!([])));
}

async fn what_there_is_still_time_for_comes_first(world: World) {
    let cast = world.cast().await;
    for (text, due) in [("The fourth", 20), ("The third", 20), ("The first", 40), ("The second", 20), ("The last", 10)]
    {
        let made = promised(&cast, json!({ "what": WHAT, "due_on": super::day(due) })).await;
        moved(&cast.staff.client, &made, "publish", json!({ "text": text })).await;
    }
    for limit in [1, 2, 3, 25] {
        let (mut seen, mut query) = (vec![], format!("?limit={limit}"));
        loop {
            let page = board(&world, &query).await;
            seen.extend(page["items"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap().to_owned()));
            let Some(next) = page["next"].as_str() else { break };
            let Cursor { key, id } = next.parse().unwrap();
            assert!(key.parse::<NaiveDate>().is_ok() && id.len() < 3, "it names no record: {key} {id}");
            query = format!("?limit={limit}&after={next}");
        }
        assert_eq!(seen, ["The first", "The second", "The third", "The fourth", "The last"]);
    }
    for after in ["2026-12-01", "no-day", "2026-12-01\u{1f}-1", "2026-12-01\u{1f}many"] {
        let (key, id) = after.split_once('\u{1f}').unwrap_or((after, ""));
        let after = Cursor { key: key.into(), id: id.into() };
        world.stranger.get(&format!("/promises?after={after}")).await.refused(422, "invalid");
    }
}

async fn a_photo_is_seen_once_it_is_shown_and_the_promise_published(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = promised(&cast, json!({})).await;
    let photo = shown(&cast.near.company.client, &made).await;
    let path = format!("/promises/photos/{}", photo["id"].as_str().unwrap());
    let of_photo = json!({ "attachment_id": photo["id"] });
    world.stranger.get(&path).await.refused(404, "not_found");
    moved(staff, &made, "publish", json!({ "text": TEXT })).await;
    world.stranger.get(&path).await.refused(404, "not_found");
    assert_eq!(board(&world, "").await["items"][0]["photos"], json!([]));
    moved(staff, &made, "show-evidence", of_photo.clone()).await;
    let seen = world.stranger.get(&path).await;
    assert_eq!((seen.status, seen.header("content-type")), (200, "image/jpeg"));
    assert!(!seen.bytes.windows(3).any(|window| window == b"GPS"));
    assert_eq!(board(&world, "").await["items"][0]["photos"], json!([photo["id"]]));
    moved(staff, &made, "withdraw-publication", json!({})).await;
    world.stranger.get(&path).await.refused(404, "not_found");
    moved(staff, &made, "publish", json!({ "text": TEXT })).await;
    moved(staff, &made, "hide-evidence", of_photo).await;
    world.stranger.get(&path).await.refused(404, "not_found");
    // A file of a case is no photo of a promise.
    let case = world.case(&cast.near).await;
    let upload = case.reporter.request(Method::POST, "/my-case/attachments").once();
    let file = upload.body("image/jpeg", super::photo()).await.expect(201);
    world.stranger.get(&format!("/promises/photos/{}", file["id"].as_str().unwrap())).await.refused(404, "not_found");
}

async fn what_belongs_to_a_protected_case_is_gone(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let made = promised(&cast, json!({ "grievance_id": case.id })).await;
    let photo = shown(&cast.staff.client, &made).await;
    moved(&cast.staff.client, &made, "show-evidence", json!({ "attachment_id": photo["id"] })).await;
    moved(&cast.staff.client, &made, "publish", json!({ "text": TEXT })).await;
    assert_eq!(board(&world, "").await["items"].as_array().unwrap().len(), 1);
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    let seen = board(&world, "").await;
    assert_eq!((&seen["items"], &seen["sites"]), (&json!([]), &json!([])));
    let path = format!("/promises/photos/{}", photo["id"].as_str().unwrap());
    world.stranger.get(&path).await.refused(404, "not_found");
}

async fn figures_follow_each_change(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = promised(&cast, json!({ "due_on": super::day(1) })).await;
    moved(staff, &made, "publish", json!({ "text": TEXT })).await;
    let later = json!({ "due_on": super::day(40), "reason": "The well dried up." });
    for (client, step, body, standing) in [
        (company, "report", done(), "awaiting"),
        (&cast.near.community.client, "reject", json!({ "reason": "Nobody came." }), "running"),
        (staff, "due", later, "running"),
        (staff, "drop", json!({ "reason": "No money." }), "broken"),
    ] {
        moved(client, &made, step, body).await;
        let seen = board(&world, "").await;
        let figures = &seen["sites"][0]["figures"];
        assert_eq!((&figures["published"], &figures[standing]), (&json!(1), &json!(1)), "{step}: {seen}");
    }
}

async fn promises_are_counted_by_site_and_listed_page_by_page(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for days in [10, 20] {
        let made = promised(&cast, json!({ "due_on": super::day(days) })).await;
        moved(staff, &made, "publish", json!({ "text": format!("{TEXT} {days}") })).await;
        if days == 20 {
            moved(&cast.near.company.client, &made, "report", done()).await;
            moved(&cast.near.community.client, &made, "verify", json!({})).await;
        }
    }
    let far = json!({ "organisation_id": cast.ngo, "place_id": cast.far.aimak, "site_id": null });
    let far = promised(&cast, far).await;
    moved(staff, &far, "publish", json!({ "text": "Окуу өткөрүлөт" })).await;
    moved(staff, &far, "drop", json!({ "reason": "No money." })).await;
    let seen = board(&world, "?limit=2").await;
    let sites = seen["sites"].as_array().unwrap();
    assert_eq!(sites.len(), 2);
    assert_eq!((&sites[0]["site"]["id"], &sites[0]["company"]["en"]), (&json!(cast.near.site), &json!("Kaiberen")));
    assert_eq!(
        sites[0]["figures"],
        json!({ "published": 2, "kept": 1, "in_time": 1, "late": 0, "running": 1, "awaiting": 0, "overdue": 0, "broken": 0 })
    );
    assert_eq!((&sites[1]["site"], &sites[1]["figures"]["broken"]), (&Value::Null, &json!(1)));
    let after = seen["next"].as_str().unwrap();
    let next = board(&world, &format!("?limit=2&after={after}")).await;
    assert_eq!((next["items"].as_array().unwrap().len(), &next["sites"]), (1, &json!([])));
    let own = board(&world, &format!("?site_id={}", cast.near.site)).await;
    assert_eq!(own["items"].as_array().unwrap().len(), 2);
    let reply = world.stranger.get("/promises?after=x").await;
    assert_eq!(reply.status, 422, "{}", reply.text());
    staff.get(&path_of(&far)).await.expect(200);
}
