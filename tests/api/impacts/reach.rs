//! Whom an impact exists for, and canaries: words that must never reach anybody else.

use serde_json::{Value, json};

use super::{impact, moved, path_of, published, record, titles, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    what_is_not_published_is_the_programmes_alone;
    what_is_published_reaches_its_own_sides_and_nobody_else;
    what_is_published_does_not_tell_who_said_it;
    staff_of_another_programme_meet_nothing;
    a_page_does_not_start_after_an_impact_out_of_reach;
    an_impact_without_a_site_is_no_companys;
}

const TITLE: &str = "Канарейка-Аталыш";
const DESCRIPTION: &str = "Канарейка-Баяндама";
const OBSERVED: &str = "Канарейка-Көргөн";
const NOTE: &str = "Канарейка-Себеп";

async fn planted(cast: &Cast) -> Value {
    let source = json!({ "kind": "observed", "observed": OBSERVED, "day": "2026-11-01" });
    let body = json!({ "description": DESCRIPTION, "site_id": cast.near.site, "sources": [source] });
    record(&cast.staff.client, with(impact(cast, TITLE), body)).await
}

/// The same, published, with reasons that are the programme's own.
async fn told(cast: &Cast) -> Value {
    let mut made = planted(cast).await;
    for step in ["validate", "publish", "prioritise"] {
        let path = format!("{}/{step}", path_of(&made));
        made = cast.staff.client.post(&path, json!({ "note": NOTE })).at(&made["version"]).await.expect(200);
    }
    moved(&cast.staff.client, &made, &["put-on-agenda"]).await
}

/// Everything that somebody can get at.
async fn everything(client: &Client, impact: &Value) -> String {
    let mut all = String::new();
    let own = [path_of(impact), format!("{}/timeline", path_of(impact))];
    let lists = ["/impacts", "/impacts?q=канарейка&total=true", "/impacts?category=water&sort=gravest"];
    let others = ["/grievances?q=канарейка", "/stakeholders?q=канарейка", "/home", "/notifications", "/audit/entries"];
    for path in own.iter().map(String::as_str).chain(lists).chain(others) {
        all.push_str(&client.get(path).await.text());
    }
    all
}

fn outside(cast: &Cast) -> Vec<&Client> {
    let (near, far) = (&cast.near, &cast.far);
    let people = [&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community];
    people.iter().map(|person| &person.client).collect()
}

fn others<'a>(world: &'a World, cast: &'a Cast) -> Vec<&'a Client> {
    vec![&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger]
}

async fn what_is_not_published_is_the_programmes_alone(world: World) {
    let cast = world.cast().await;
    let made = planted(&cast).await;
    let validated = moved(&cast.staff.client, &made, &["validate", "publish", "withdraw-publication"]).await;
    for client in outside(&cast).into_iter().chain(others(&world, &cast)) {
        let seen = everything(client, &validated).await;
        assert!(!seen.to_lowercase().contains("канарейка"), "{seen}");
    }
    let seen = everything(&cast.protection.client, &validated).await;
    for canary in [TITLE, DESCRIPTION, OBSERVED] {
        assert!(seen.contains(canary), "{canary}");
    }
}

async fn what_is_published_reaches_its_own_sides_and_nobody_else(world: World) {
    let cast = world.cast().await;
    let made = told(&cast).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = person.client.get(&path_of(&made)).await.expect(200);
        assert_eq!((&seen["audience"], &seen["title"]), (&json!("published"), &json!(TITLE)));
        assert_eq!(seen["actions"], json!([]));
        assert_eq!(titles(&person.client, "q=канарейка").await, [TITLE]);
    }
    let far = [&cast.far.company, &cast.far.authority, &cast.far.community];
    for client in far.into_iter().map(|person| &person.client).chain(others(&world, &cast)) {
        let seen = everything(client, &made).await;
        assert!(!seen.to_lowercase().contains("канарейка"), "{seen}");
    }
}

async fn what_is_published_does_not_tell_who_said_it(world: World) {
    let cast = world.cast().await;
    let made = told(&cast).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let seen = everything(&person.client, &made).await;
        assert!(!seen.contains(OBSERVED) && !seen.contains(NOTE), "{seen}");
        assert!(!seen.contains(&cast.staff.id.to_string()), "{seen}");
        let timeline = person.client.get(&format!("{}/timeline", path_of(&made))).await.expect(200);
        let steps = timeline["items"].as_array().unwrap();
        let moves: Vec<_> = steps.iter().map(|step| &step["move"]).collect();
        assert_eq!(moves, ["put_on_agenda", "prioritise", "publish"], "what was before is the programme's");
        assert_eq!(steps[0]["note"], "Because: put-on-agenda.");
        assert!(steps[1].get("note").is_none());
    }
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let made = told(&cast).await;
    let other = &cast.other_staff.client;
    assert_eq!(other.get("/impacts?total=true").await.expect(200)["items"], json!([]));
    let path = path_of(&made);
    for part in ["", "/timeline"] {
        other.get(&format!("{path}{part}")).await.refused(404, "not_found");
    }
    other.patch(&path, json!({ "title": "Theirs" })).at(1).await.refused(404, "not_found");
    let moves =
        ["validate", "prioritise", "put-on-agenda", "address", "dismiss", "return", "publish", "withdraw-publication"];
    for made in moves {
        other.post(&format!("{path}/{made}"), json!({ "note": "Because" })).at(1).await.refused(404, "not_found");
    }
    let reply = other.post("/impacts", impact(&cast, "Суу")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn a_page_does_not_start_after_an_impact_out_of_reach(world: World) {
    let cast = world.cast().await;
    record(&cast.staff.client, impact(&cast, "Биринчи")).await;
    record(&cast.staff.client, impact(&cast, "Экинчи")).await;
    let page = cast.staff.client.get("/impacts?limit=1").await.expect(200);
    let after = page["next"].as_str().unwrap();
    for client in [&cast.other_staff.client, &cast.near.authority.client] {
        let reply = client.get(&format!("/impacts?after={after}")).await;
        assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
    }
}

async fn an_impact_without_a_site_is_no_companys(world: World) {
    let cast = world.cast().await;
    let made = published(&cast.staff.client, impact(&cast, "Суу")).await;
    cast.near.authority.client.get(&path_of(&made)).await.expect(200);
    cast.near.company.client.get(&path_of(&made)).await.refused(404, "not_found");
}
