//! Recording and changing.

use chrono::{Days, Utc};
use serde_json::{Value, json};

use super::{impact, moved, path_of, published, record, with};
use crate::support::places::JETI_OGUZ;
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_impact_is_recorded_with_all_that_is_known;
    a_create_that_is_sent_again_is_done_once;
    what_can_not_be_is_refused_by_field;
    a_day_out_of_the_programmes_time_is_pointed_at;
    a_change_changes_what_it_names_and_is_in_the_timeline;
    a_change_is_held_to_the_same_rules;
    what_is_published_is_not_changed;
    sources_come_and_go;
}

async fn an_impact_is_recorded_with_all_that_is_known(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let today = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).date_naive();
    let body = with(
        impact(&cast, " Суу азайды "),
        json!({
            "affected": ["women", "herders", "women"], "site_id": cast.near.site, "reported_on": today,
            "sources": [
                { "kind": "observed", "observed": "Арыкта суу жок.", "day": today },
                { "kind": "grievance", "grievance_id": case.id },
            ],
        }),
    );
    let made = record(&cast.staff.client, body).await;
    assert_eq!(
        (&made["title"], &made["state"], &made["published"]),
        (&json!("Суу азайды"), &json!("reported"), &json!(false))
    );
    assert_eq!(made["affected"], json!(["women", "herders"]));
    assert_eq!(made["company"]["names"]["en"], "Kaiberen");
    assert_eq!(made["sources"][0]["observed"], "Арыкта суу жок.");
    assert_eq!(made["sources"][1]["grievance"]["reference"], json!(case.reference));
    assert_eq!(made["warnings"], json!([]));
    let actions = [
        "validate_impact",
        "dismiss_impact",
        "update_impact",
        "add_impact_source",
        "remove_impact_source",
        "link_impact_grievance",
        "unlink_impact_grievance",
    ];
    assert_eq!(made["actions"], json!(actions));
    assert_eq!(cast.second_staff.client.get(&path_of(&made)).await.expect(200), made);
    let trail = format!("/audit/entries?subject_kind=impact&subject_id={}", made["id"].as_str().unwrap());
    let entries = cast.protection.client.get(&trail).await.expect(200);
    assert_eq!(entries["items"][0]["operation"], "create_impact");
    assert_eq!(cast.admin.client.get(&trail).await.expect(200)["items"], json!([]));
}

async fn a_create_that_is_sent_again_is_done_once(world: World) {
    let cast = world.cast().await;
    let key = uuid::Uuid::new_v4().to_string();
    let first = cast.staff.client.post("/impacts", impact(&cast, "Чаң")).key(&key).await.expect(201);
    let again = cast.staff.client.post("/impacts", impact(&cast, "Чаң")).key(&key).await.expect(201);
    assert_eq!(first, again);
    let page = cast.staff.client.get("/impacts?total=true").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 1, "exact": true }));
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    // In the country, and in none of the programme's areas.
    let elsewhere = world.place("KG-B").await;
    let protected = world.protected(&cast, &cast.near).await;
    let source = |source: Value| json!({ "sources": [source] });
    for (more, refused) in [
        (json!({ "title": "     " }), vec!["/title too_short"]),
        (json!({ "programme_id": nobody }), vec!["/programme_id unknown"]),
        (json!({ "place_id": nobody }), vec!["/place_id unknown"]),
        (json!({ "place_id": elsewhere }), vec!["/place_id outside_programme"]),
        (json!({ "site_id": nobody }), vec!["/site_id unknown"]),
        (json!({ "severity": 6 }), vec!["/severity too_large"]),
        (json!({ "likelihood": 0 }), vec!["/likelihood too_small"]),
        (json!({ "affected": [] }), vec!["/affected too_short"]),
        (json!({ "reported_on": "2999-01-01" }), vec!["/reported_on in_the_future"]),
        (json!({ "reported_on": "0202-01-01" }), vec!["/reported_on too_early"]),
        (source(json!({ "kind": "grievance" })), vec!["/sources/0/grievance_id required"]),
        (source(json!({ "kind": "observed" })), vec!["/sources/0/observed required", "/sources/0/day required"]),
        (source(json!({ "kind": "grievance", "grievance_id": nobody })), vec!["/sources/0/grievance_id unknown"]),
        (source(json!({ "kind": "grievance", "grievance_id": protected.id })), vec!["/sources/0/grievance_id unknown"]),
        (
            source(json!({ "kind": "observed", "observed": "Dust", "day": "2999-01-01" })),
            vec!["/sources/0/day in_the_future"],
        ),
    ] {
        let reply = cast.staff.client.post("/impacts", with(impact(&cast, "Суу"), more)).once().await;
        assert_eq!(reply.refused(422, "invalid"), refused);
    }
    assert_eq!(cast.staff.client.get("/impacts").await.expect(200)["items"], json!([]), "nothing was kept");
    // An impact of the whole raion around an area is one of the programme's.
    let wide = json!({ "place_id": world.place(JETI_OGUZ).await, "extent": "district" });
    record(&cast.staff.client, with(impact(&cast, "Жол"), wide)).await;
}

async fn a_day_out_of_the_programmes_time_is_pointed_at(world: World) {
    let cast = world.cast().await;
    let long_ago = Utc::now().date_naive() - Days::new(400);
    let more = json!({
        "reported_on": long_ago, "sources": [{ "kind": "observed", "observed": "Чаң", "day": long_ago }],
    });
    let made = record(&cast.staff.client, with(impact(&cast, "Чаң"), more)).await;
    let warnings = json!([
        { "pointer": "/reported_on", "code": "before_the_programme" },
        { "pointer": "/sources/0/day", "code": "before_the_programme" },
    ]);
    assert_eq!(made["warnings"], warnings);
}

async fn a_change_changes_what_it_names_and_is_in_the_timeline(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, with(impact(&cast, "Суу"), json!({ "site_id": cast.near.site }))).await;
    let path = path_of(&made);
    let change = json!({ "title": "Суу ылай", "severity": 5, "site_id": null, "category": "water" });
    let changed = staff.patch(&path, change.clone()).at(1).await.expect(200);
    assert_eq!(
        (&changed["title"], &changed["severity"], &changed["version"]),
        (&json!("Суу ылай"), &json!(5), &json!(2))
    );
    assert_eq!((&changed["site"], &changed["company"]), (&json!(null), &json!(null)));
    assert_eq!(changed["place"], made["place"]);
    let same = staff.patch(&path, change.clone()).at(2).await.expect(200);
    assert_eq!(same["version"], 2, "what changes nothing is no change");
    staff.patch(&path, change).at(1).await.refused(412, "stale");
    let timeline = staff.get(&format!("{path}/timeline")).await.expect(200);
    let steps: Vec<_> = timeline["items"].as_array().unwrap().iter().map(|step| &step["move"]).collect();
    assert_eq!(steps, ["change", "report"]);
    assert_eq!(timeline["items"][0]["fields"], json!(["title", "severity", "site"]));
    assert_eq!(timeline["items"][0]["by"]["id"], json!(cast.staff.id));
    assert_eq!(super::titles(staff, "q=ылай").await, ["Суу ылай"]);
}

async fn a_change_is_held_to_the_same_rules(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, impact(&cast, "Суу")).await;
    let elsewhere = world.place("KG-B").await;
    for (change, refused) in [
        (json!({ "title": "    " }), "/title too_short"),
        (json!({ "place_id": elsewhere }), "/place_id outside_programme"),
        (json!({ "reported_on": "2999-01-01" }), "/reported_on in_the_future"),
        (json!({ "state": "addressed" }), "/state unknown"),
    ] {
        let reply = cast.staff.client.patch(&path_of(&made), change).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    assert_eq!(cast.staff.client.get(&path_of(&made)).await.expect(200), made);
}

async fn what_is_published_is_not_changed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = published(staff, impact(&cast, "Суу")).await;
    assert!(!made["actions"].as_array().unwrap().contains(&json!("update_impact")));
    let change = json!({ "title": "Башка" });
    staff.patch(&path_of(&made), change.clone()).at(&made["version"]).await.refused(409, "impact_is_published");
    let hidden = moved(staff, &made, &["withdraw-publication"]).await;
    staff.patch(&path_of(&made), change).at(&hidden["version"]).await.expect(200);
}

async fn sources_come_and_go(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.accepted(&cast, &cast.near).await;
    let path = path_of(&record(staff, impact(&cast, "Суу")).await);
    let (add, remove) = (format!("{path}/sources"), format!("{path}/remove-source"));
    let from_case = json!({ "kind": "grievance", "grievance_id": case.id });
    let known = staff.post(&add, from_case.clone()).at(1).await.expect(200);
    assert_eq!(
        staff.post(&add, from_case.clone()).at(2).await.refused(422, "invalid"),
        ["/grievance_id already_there"]
    );
    staff.post(&add, from_case).at(1).await.refused(412, "stale");
    let source = json!({ "source_id": known["sources"][0]["id"] });
    let none = staff.post(&remove, source.clone()).at(2).await.expect(200);
    assert_eq!((&none["sources"], &none["version"]), (&json!([]), &json!(3)));
    assert_eq!(staff.post(&remove, source).at(3).await.refused(422, "invalid"), ["/source_id unknown"]);
    let both = json!({ "kind": "observed", "observed": "Чаң", "day": "2026-11-01", "grievance_id": case.id });
    assert_eq!(staff.post(&add, both).at(3).await.refused(422, "invalid"), ["/grievance_id not_of_this_kind"]);
}
