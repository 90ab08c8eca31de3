//! From the nomination to the end.

use serde_json::json;

use super::{active, assembly, ending, endorsed, nominated, nomination, path_of, step};
use crate::stakeholders::person;
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_mandate_is_led_from_its_nomination_to_its_end;
    a_step_is_made_only_where_it_belongs;
    nobody_is_endorsed_without_an_assembly_of_the_place;
    a_group_can_not_be_nominated_nor_anybody_twice;
    what_can_not_be_is_refused_by_field;
    a_stale_step_is_refused;
    an_active_mandate_is_changed_with_a_reason;
    a_nomination_that_is_sent_again_is_made_once;
    mandates_are_listed_by_state_place_and_person;
}

async fn a_mandate_is_led_from_its_nomination_to_its_end(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = nominated(&cast).await;
    assert_eq!((&made["state"], &made["in_force"]), (&json!("nominated"), &json!(false)));
    assert_eq!(made["actions"], json!(["vet_mandate", "end_mandate"]));
    assert_eq!(made["representative"]["name"], "Айгүл Эсенова");
    let interests = json!([
        { "kind": "contract", "organisation_id": cast.ngo, "detail": "Rents out a lorry." },
        { "kind": "office", "detail": "Deputy of the aimak's council." },
    ]);
    let vetting = json!({ "vetted_on": "2026-03-10", "interests": interests, "note": "Said at her home." });
    let vetted = step(staff, &made, "vet", vetting).await;
    assert_eq!(vetted["interests"][0]["organisation"]["names"]["en"], "Yntymak");
    assert_eq!(
        vetted["interests"][1],
        json!({ "kind": "office", "organisation": null, "detail": "Deputy of the aimak's council." })
    );
    let assembly = staff.post("/assemblies", assembly(&cast)).once().await.expect(201);
    let endorsed = step(&cast.second_staff.client, &made, "endorse", json!({ "assembly_id": assembly["id"] })).await;
    assert_eq!(endorsed["assembly"]["totals"], json!({ "people": 9, "women": 4, "youth": 4 }));
    let body = json!({ "starts_on": "2026-04-02", "expires_on": "2999-12-31", "named": true });
    let active = step(staff, &made, "activate", body).await;
    assert_eq!((&active["state"], &active["in_force"]), (&json!("active"), &json!(true)));
    assert_eq!(active["actions"], json!(["end_mandate", "update_mandate"]));
    let ended = step(staff, &made, "end", ending()).await;
    assert_eq!(
        (&ended["state"], &ended["ending"], &ended["in_force"]),
        (&json!("ended"), &json!("resigned"), &json!(false))
    );
    assert_eq!(ended["actions"], json!([]));
    let kinds: Vec<_> = ended["events"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect();
    assert_eq!(kinds, ["end", "activate", "endorse", "vet", "nominate"]);
    assert_eq!(ended["events"][2]["by"]["id"], json!(cast.second_staff.id));
}

async fn a_step_is_made_only_where_it_belongs(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = nominated(&cast).await;
    let assembly = staff.post("/assemblies", assembly(&cast)).once().await.expect(201);
    let bodies = [
        ("endorse", json!({ "assembly_id": assembly["id"] })),
        ("activate", json!({ "starts_on": "2026-04-02", "named": true })),
    ];
    for (name, body) in bodies {
        let reply = staff.post(&format!("{}/{name}", path_of(&made)), body).at(1).await;
        reply.refused(409, "move_not_possible_from_here");
    }
    let change = json!({ "named": true, "note": "She agreed." });
    staff.patch(&path_of(&made), change).at(1).await.refused(409, "not_active");
    step(staff, &made, "end", ending()).await;
    let vetting = json!({ "vetted_on": "2026-03-10", "interests": [] });
    staff.post(&format!("{}/vet", path_of(&made)), vetting).at(2).await.refused(409, "move_not_possible_from_here");
}

async fn nobody_is_endorsed_without_an_assembly_of_the_place(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = nominated(&cast).await;
    step(staff, &made, "vet", json!({ "vetted_on": "2026-03-10", "interests": [] })).await;
    let path = format!("{}/endorse", path_of(&made));
    staff.post(&path, json!({})).at(2).await.refused(422, "invalid");
    let unknown = staff.post(&path, json!({ "assembly_id": uuid::Uuid::new_v4() })).at(2).await;
    assert_eq!(unknown.refused(422, "invalid"), ["/assembly_id unknown"]);
    for (field, value, refused) in [
        ("place_id", json!(cast.far.aimak), "/assembly_id of_another_place"),
        ("held_on", json!("2026-02-28"), "/assembly_id before_the_nomination"),
    ] {
        let mut body = assembly(&cast);
        body[field] = value;
        let other = staff.post("/assemblies", body).once().await.expect(201);
        let reply = staff.post(&path, json!({ "assembly_id": other["id"] })).at(2).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    assert_eq!(staff.get(&path_of(&made)).await.expect(200)["state"], "vetted");
}

async fn a_group_can_not_be_nominated_nor_anybody_twice(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let mut group = person(&cast, "Жамаат");
    group["kind"] = json!("group");
    let group = staff.post("/stakeholders", group).once().await.expect(201);
    let reply = staff.post("/mandates", nomination(&cast, &group["id"], "community")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/stakeholder_id not_a_person"]);
    let made = nominated(&cast).await;
    let again = |speaks_for| nomination(&cast, &made["representative"]["id"], speaks_for);
    let reply = staff.post("/mandates", again("community")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/stakeholder_id already_nominated"]);
    staff.post("/mandates", again("women")).once().await.expect(201);
    step(staff, &made, "end", ending()).await;
    staff.post("/mandates", again("community")).once().await.expect(201);
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let known = staff.post("/stakeholders", person(&cast, "Бакыт")).once().await.expect(201);
    for (field, value, refused) in [
        ("stakeholder_id", json!(uuid::Uuid::new_v4()), "/stakeholder_id unknown"),
        ("place_id", json!(uuid::Uuid::new_v4()), "/place_id unknown"),
        ("speaks_for", json!("everybody"), "/speaks_for invalid"),
        ("nominated_on", json!("2999-01-01"), "/nominated_on in_the_future"),
        ("nominated_by", json!("  "), "/nominated_by too_short"),
    ] {
        let mut body = nomination(&cast, &known["id"], "community");
        body[field] = value;
        assert_eq!(staff.post("/mandates", body).once().await.refused(422, "invalid"), [refused]);
    }
    let made = nominated(&cast).await;
    let early = json!({ "vetted_on": "2026-02-28", "interests": [] });
    let reply = staff.post(&format!("{}/vet", path_of(&made)), early).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/vetted_on before_the_step_before"]);
    let nobody = json!({ "kind": "contract", "organisation_id": uuid::Uuid::new_v4(), "detail": "A lorry." });
    let vetting = json!({ "vetted_on": "2026-03-10", "interests": [nobody] });
    let reply = staff.post(&format!("{}/vet", path_of(&made)), vetting).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/interests/0/organisation_id unknown"]);
    let made = endorsed(&cast, made).await;
    let path = format!("{}/activate", path_of(&made));
    for (more, refused) in [
        (json!({ "starts_on": "2999-01-01" }), "/starts_on in_the_future"),
        (json!({ "starts_on": "2026-04-02", "expires_on": "2026-04-01" }), "/expires_on before_start"),
        (json!({ "starts_on": "2026-04-02", "account_id": cast.staff.id }), "/account_id does_not_fit"),
    ] {
        let mut body = more;
        body["named"] = json!(true);
        assert_eq!(staff.post(&path, body).at(3).await.refused(422, "invalid"), [refused]);
    }
    assert_eq!(staff.get(&path_of(&made)).await.expect(200), made);
}

async fn a_stale_step_is_refused(world: World) {
    let cast = world.cast().await;
    let made = nominated(&cast).await;
    let (path, vetting) = (path_of(&made), json!({ "vetted_on": "2026-03-10", "interests": [] }));
    cast.staff.client.post(&format!("{path}/vet"), vetting.clone()).at(1).await.expect(200);
    cast.second_staff.client.post(&format!("{path}/vet"), vetting.clone()).at(1).await.refused(412, "stale");
    cast.staff.client.post(&format!("{path}/vet"), vetting).await.refused(428, "version_required");
}

async fn an_active_mandate_is_changed_with_a_reason(world: World) {
    let cast = world.cast().await;
    let made = active(&cast, nominated(&cast).await, json!({})).await;
    let (path, staff) = (path_of(&made), &cast.staff.client);
    staff.patch(&path, json!({ "named": false })).at(4).await.refused(422, "invalid");
    let early = json!({ "expires_on": "2026-04-01", "note": "Until spring." });
    assert_eq!(staff.patch(&path, early).at(4).await.refused(422, "invalid"), ["/expires_on before_start"]);
    let over = json!({ "expires_on": "2026-04-30", "note": "Until the end of April." });
    let changed = staff.patch(&path, over).at(4).await.expect(200);
    assert_eq!((&changed["in_force"], &changed["named"]), (&json!(false), &json!(true)));
    assert_eq!(changed["events"][0]["note"], "Until the end of April.");
    let cleared = staff.patch(&path, json!({ "expires_on": null, "note": "No term." })).at(5).await.expect(200);
    assert_eq!((&cleared["in_force"], &cleared["expires_on"]), (&json!(true), &json!(null)));
}

async fn a_nomination_that_is_sent_again_is_made_once(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let known = staff.post("/stakeholders", person(&cast, "Бакыт")).once().await.expect(201);
    let (key, body) = (uuid::Uuid::new_v4().to_string(), nomination(&cast, &known["id"], "youth"));
    let first = staff.post("/mandates", body.clone()).key(&key).await.expect(201);
    assert_eq!(staff.post("/mandates", body).key(&key).await.expect(201), first);
}

async fn mandates_are_listed_by_state_place_and_person(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let first = nominated(&cast).await;
    let second = active(&cast, nominated(&cast).await, json!({})).await;
    let ids = async |query: &str| {
        let page = staff.get(&format!("/mandates?{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("").await, [second["id"].clone(), first["id"].clone()]);
    assert_eq!(ids("state=nominated").await, [first["id"].clone()]);
    assert_eq!(ids(&format!("place_id={}", cast.far.aimak)).await, Vec::<serde_json::Value>::new());
    let person = second["representative"]["id"].as_str().unwrap();
    assert_eq!(ids(&format!("stakeholder_id={person}&place_id={}", cast.near.aimak)).await, [second["id"].clone()]);
    let page = staff.get("/mandates?limit=1").await.expect(200);
    assert_eq!(ids(&format!("limit=1&after={}", page["next"].as_str().unwrap())).await, [first["id"].clone()]);
}
