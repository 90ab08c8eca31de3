//! For whom focus groups are, and canaries: words that must never reach anybody else.

use serde_json::json;

use super::coding::{code, first_words, impact};
use super::publishing::heard;
use super::{agreed, counts, moved, path_of, plan, planned, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    staff_of_another_programme_meet_no_group;
    nobody_outside_the_programme_reads_of_its_groups;
    nobody_reads_a_name_but_by_a_look;
    a_page_does_not_start_after_a_group_out_of_reach;
}

const TITLE: &str = "Канарейка-Тема";
const VENUE: &str = "Канарейка-Үй";
const GUIDE: &str = "Канарейка-Суроо";
const RULES: &str = "Канарейка-Эреже";
const NOTES: &str = "Канарейка-Жазуу";
const PASSAGE: &str = "Канарейка";
const HEARD_AT: &str = "Канарейка-Китепкана";
const CORRECTIONS: &str = "Канарейка-Оңдоо";
const QUOTE: &str = "Канарейка-Сөз";
const REASON: &str = "Канарейка-Себеп";
const NAME: &str = "Ысымкан Канарейка";

pub async fn planted(cast: &Cast) -> String {
    let staff = &cast.staff.client;
    let more = json!({ "venue": VENUE, "topic_guide": GUIDE, "ground_rules": RULES, "site_id": cast.near.site });
    let path = path_of(&planned(staff, with(plan(cast, TITLE), more)).await);
    moved(staff, &path, "consent", with(agreed(), json!({ "note": REASON }))).await.expect(200);
    let name = json!({
        "name": NAME, "sex": "female", "age_band": "from36", "consent_form": "signed", "consented_on": "2026-05-01",
    });
    staff.post(&format!("{path}/participants"), name).once().await.expect(201);
    moved(staff, &path, "attendance", counts(json!({ "from36": 7 }), json!({}))).await.expect(200);
    let quote = json!({ "text": QUOTE, "sex": "female", "age_band": "from36" });
    moved(staff, &path, "notes", json!({ "notes": NOTES, "quotes": [quote] })).await.expect(200);
    moved(staff, &path, "hold", json!({ "held_on": "2026-06-15" })).await.expect(200);
    let passage = json!({ "starts": 0, "ends": 9, "passage": PASSAGE, "impact": impact(cast) });
    code(staff, &path, passage).await.expect(201);
    moved(staff, &path, "finish-coding", json!({})).await.expect(200);
    let heard = with(heard(), json!({ "place": HEARD_AT, "corrections": CORRECTIONS }));
    moved(staff, &path, "validate", heard).await.expect(200);
    path
}

/// The same, published with its impact and without a quote.
async fn told(cast: &Cast) -> String {
    let path = planted(cast).await;
    let group = cast.staff.client.get(&path).await.expect(200);
    let publishing = json!({ "summary": "Red water and dust.", "impacts": [group["codes"][0]["impact"]["id"]] });
    moved(&cast.staff.client, &path, "publish", publishing).await.expect(200);
    path
}

/// Everything that somebody can get at without asking for a name.
pub async fn everything(client: &Client, path: &str) -> String {
    let mut all = String::new();
    let lists = ["/focus-groups", "/focus-groups?q=канарейка", "/grievances?q=канарейка", "/stakeholders?q=канарейка"];
    let published = ["/published-focus-groups", "/impacts", "/impacts?q=канарейка"];
    let own = ["", "/history", "/participants"].map(|part| format!("{path}{part}"));
    let others = ["/home", "/me", "/notifications", "/audit/entries", "/organisations", "/sites"];
    for path in lists.into_iter().chain(published).chain(own.iter().map(String::as_str)).chain(others) {
        all.push_str(&client.get(path).await.text());
    }
    all
}

async fn staff_of_another_programme_meet_no_group(world: World) {
    let cast = world.cast().await;
    let path = planted(&cast).await;
    let other = &cast.other_staff.client;
    assert_eq!(other.get("/focus-groups?total=true").await.expect(200)["items"], json!([]));
    for part in ["", "/history", "/participants"] {
        other.get(&format!("{path}{part}")).await.refused(404, "not_found");
    }
    other.patch(&path, json!({ "title": "Theirs" })).at(1).await.refused(404, "not_found");
    for (name, body) in [
        ("consent", agreed()),
        ("guardians", json!({ "guardians": 1, "form": "signed", "given_on": "2026-05-01" })),
        ("attendance", counts(json!({}), json!({}))),
        ("notes", json!({ "notes": "", "quotes": [] })),
        ("hold", json!({ "held_on": "2026-06-15" })),
        ("cancel", json!({ "reason": "Because" })),
        ("codes", first_words(&cast)),
        ("finish-coding", json!({})),
        ("reopen-coding", json!({ "reason": "Because" })),
        ("validate", heard()),
        ("publish", json!({ "summary": "Red water and dust." })),
        ("open-participants", json!({ "reason": "Because" })),
    ] {
        other.post(&format!("{path}/{name}"), body).once().at(6).await.refused(404, "not_found");
    }
    let reply = other.post("/focus-groups", plan(&cast, "Theirs")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
    let balance = format!("/focus-groups/balance?programme_id={}&place_id={}", cast.programme, cast.near.aimak);
    assert_eq!(other.get(&balance).await.refused(422, "invalid"), ["?programme_id unknown"]);
}

async fn nobody_outside_the_programme_reads_of_its_groups(world: World) {
    let cast = world.cast().await;
    let path = told(&cast).await;
    let (near, far) = (&cast.near, &cast.far);
    let outside = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    let outside = outside.map(|person| person.client.clone());
    let others = [&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger];
    for client in outside.iter().chain(others) {
        let seen = everything(client, &path).await;
        assert!(!seen.to_lowercase().contains("канарейка"), "{seen}");
        let open = client.post(&format!("{path}/open-participants"), json!({ "reason": "Because" })).at(6).await;
        assert!(!open.text().contains("Канарейка"), "{}", open.text());
    }
    for side in [&near.company, &near.authority, &near.community] {
        assert!(everything(&side.client, &path).await.contains("Red water and dust."), "and yet it is published");
    }
    let seen = everything(&cast.protection.client, &path).await;
    for canary in [TITLE, VENUE, GUIDE, RULES, NOTES, QUOTE, REASON, HEARD_AT, CORRECTIONS] {
        assert!(seen.contains(canary), "{canary}");
    }
}

async fn nobody_reads_a_name_but_by_a_look(world: World) {
    let cast = world.cast().await;
    let path = planted(&cast).await;
    for person in [&cast.staff, &cast.second_staff, &cast.protection] {
        assert!(!everything(&person.client, &path).await.contains("Ысымкан"));
        let version = person.client.get(&path).await.expect(200)["version"].clone();
        let open = person.client.post(&format!("{path}/open-participants"), json!({ "reason": "Because" })).at(version);
        assert_eq!(open.await.expect(200)["items"][0]["name"], NAME);
    }
    assert!(!world.log().contains("Ысымкан"));
}

async fn a_page_does_not_start_after_a_group_out_of_reach(world: World) {
    let cast = world.cast().await;
    planted(&cast).await;
    planned(&cast.staff.client, plan(&cast, "Экинчи")).await;
    let page = cast.staff.client.get("/focus-groups?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    let reply = cast.other_staff.client.get(&format!("/focus-groups?after={after}")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}
