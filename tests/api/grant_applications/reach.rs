//! Whom an application exists for, and canaries: words that must never reach anybody else.

use serde_json::{Value, json};

use super::{attached, content, moved, path_of, question, saved, submit};
use crate::grant_calls::{published, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_draft_reaches_its_applicant_and_nobody_else;
    what_was_submitted_reaches_the_programme_and_nobody_else;
    an_applicant_does_not_read_which_person_did_what;
    what_one_may_not_read_one_does_not_find_nor_count;
    who_is_told_of_an_application_reaches_it;
}

const NAMES: &[&str] = &[
    "Канарейка-Топ",
    "Канарейка-Арыз",
    "Канарейка-Кыскача",
    "Канарейка-Адам",
    "Канарейка-Өнөктөш",
    "Канарейка-Жооп",
    "Канарейка-Түтүк",
];

/// An application that says a canary in every field.
async fn singing(cast: &Cast) -> Value {
    let call = published(cast, json!({})).await;
    let draft = super::begun(cast, &call, json!({ "applicant_name": NAMES[0], "title": NAMES[1] })).await;
    let mut lines = content(&call)["lines"].clone();
    lines[0]["what"] = json!(NAMES[6]);
    let answers = json!([
        { "question_id": call["questions"][0]["id"], "yes": true },
        { "question_id": call["questions"][1]["id"], "text": NAMES[5] },
    ]);
    let said = json!({
        "summary": NAMES[2], "team": [{ "name": NAMES[3], "task": NAMES[3] }],
        "partners": [{ "name": NAMES[4], "help": NAMES[4] }], "answers": answers, "lines": lines,
    });
    saved(&cast.near.community.client, &draft, with(content(&call), said)).await
}

/// Everything that somebody can get at.
async fn everything(client: &Client, application: &Value) -> String {
    let mut all = String::new();
    let own = path_of(application);
    let call = application["call"]["id"].as_str().unwrap();
    let lists = [
        "/grant-applications".to_owned(),
        "/grant-applications?q=канарейка&total=true".to_owned(),
        "/grant-applications?mine=true".to_owned(),
        format!("/grant-calls/{call}"),
        format!("/public-grant-calls/{call}"),
        "/public-grant-calls".to_owned(),
    ];
    let others = ["/home", "/notifications", "/audit/entries", "/promises"].map(str::to_owned);
    for path in [own].into_iter().chain(lists).chain(others) {
        all.push_str(&client.get(&path).await.text());
    }
    all
}

fn strangers<'a>(world: &'a World, cast: &'a Cast) -> Vec<&'a Client> {
    let sides = [&cast.near.company, &cast.far.company, &cast.near.authority, &cast.far.authority, &cast.far.community];
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    sides.into_iter().map(|person| &person.client).chain(others).collect()
}

async fn a_draft_reaches_its_applicant_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let draft = singing(&cast).await;
    let programme = [&cast.staff.client, &cast.second_staff.client, &cast.protection.client];
    for client in programme.into_iter().chain(strangers(&world, &cast)) {
        let seen = everything(client, &draft).await;
        assert!(!seen.contains("анарейка"), "{seen}");
    }
    let seen = everything(&cast.near.community.client, &draft).await;
    NAMES.iter().for_each(|name| assert!(seen.contains(name), "{name}"));
}

async fn what_was_submitted_reaches_the_programme_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let draft = singing(&cast).await;
    let file = attached(&cast.near.community.client, &draft).await;
    submit(&cast.near.community.client, &draft).await.expect(201);
    let file = format!("{}/attachments/{}", path_of(&draft), file.as_str().unwrap());
    for client in [&cast.staff.client, &cast.second_staff.client, &cast.protection.client] {
        let seen = everything(client, &draft).await;
        NAMES.iter().for_each(|name| assert!(seen.contains(name), "{name}"));
        assert_eq!(client.get(&file).await.status, 200);
    }
    for client in strangers(&world, &cast) {
        let seen = everything(client, &draft).await;
        assert!(!seen.contains("анарейка"), "{seen}");
        assert!([401, 403, 404].contains(&client.get(&file).await.status));
    }
}

async fn an_applicant_does_not_read_which_person_did_what(world: World) {
    let cast = world.cast().await;
    let draft = singing(&cast).await;
    submit(&cast.near.community.client, &draft).await.expect(201);
    moved(&cast.staff.client, &draft, "ask", question()).await;
    let seen = cast.near.community.client.get(&path_of(&draft)).await;
    assert!(!seen.text().contains(&cast.staff.id.to_string()), "{}", seen.text());
    let seen = cast.second_staff.client.get(&path_of(&draft)).await.expect(200);
    assert_eq!(seen["events"][0]["by"]["id"], json!(cast.staff.id));
}

async fn what_one_may_not_read_one_does_not_find_nor_count(world: World) {
    let cast = world.cast().await;
    let draft = singing(&cast).await;
    let paths = ["", "?q=канарейка", "?state=draft", "?applicant=community_group"];
    for path in paths {
        let and = if path.is_empty() { "?" } else { "&" };
        let path = format!("/grant-applications{path}{and}total=true");
        for client in [&cast.staff.client, &cast.far.community.client] {
            let page = client.get(&path).await.expect(200);
            assert_eq!((&page["items"], &page["total"]["count"]), (&json!([]), &json!(0)), "{path}");
        }
        assert_eq!(cast.near.community.client.get(&path).await.expect(200)["total"]["count"], 1, "{path}");
    }
    // Nor by a page that begins behind it.
    let cursor = maslahat::http::Cursor::by_id(draft["id"].as_str().unwrap()).to_string();
    let reply = cast.staff.client.get(&format!("/grant-applications?after={cursor}")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}

async fn who_is_told_of_an_application_reaches_it(world: World) {
    let cast = world.cast().await;
    let draft = singing(&cast).await;
    submit(&cast.near.community.client, &draft).await.expect(201);
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        let told = person.client.get("/notifications").await.expect(200);
        assert_eq!(told["items"][0]["subject"]["id"], draft["id"]);
    }
    for client in strangers(&world, &cast) {
        assert!(!client.get("/notifications").await.text().contains(draft["id"].as_str().unwrap()));
    }
}
