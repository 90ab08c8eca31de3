//! Who may be in the register twice, and two records that become one.

use serde_json::{Value, json};

use super::{agreed, kinds_of_events, names, path_of, person, record, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    likely_pairs_are_found_in_either_alphabet_and_by_telephone;
    a_pair_goes_when_it_is_likely_no_more;
    two_that_are_two_are_shown_no_more;
    records_from_before_are_compared_too;
    two_records_become_one_with_what_was_chosen;
    what_was_merged_leads_to_what_it_became;
    a_merge_that_can_not_be_is_refused_and_changes_nothing;
    a_number_goes_only_with_its_consent;
    nobody_merges_across_programmes;
}

async fn pairs(client: &Client) -> Vec<(String, String)> {
    let page = client.get("/stakeholder-pairs").await.expect(200);
    let name = |one: &Value| one["name"].as_str().unwrap().to_owned();
    page["items"].as_array().unwrap().iter().map(|pair| (name(&pair["one"]), name(&pair["other"]))).collect()
}

fn pair(one: &str, other: &str) -> (String, String) {
    (one.into(), other.into())
}

fn reached(cast: &Cast, name: &str, phone: &str) -> Value {
    with(person(cast, name), json!({ "consent": agreed(), "contact": { "phone": phone } }))
}

async fn likely_pairs_are_found_in_either_alphabet_and_by_telephone(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    record(staff, person(&cast, "Айгүл Эсенова")).await;
    record(staff, person(&cast, "Aigul Esenova")).await;
    record(staff, with(person(&cast, "Айгуль Эсенова"), json!({ "place_id": cast.far.aimak }))).await;
    record(staff, reached(&cast, "Бакыт Асанов", "+996 555 123456")).await;
    record(staff, with(reached(&cast, "Нурлан Осмонов", "0555 12-34-56"), json!({ "place_id": cast.far.aimak }))).await;
    record(staff, person(&cast, "Айгерим Эсенова")).await;
    let found = pairs(staff).await;
    assert_eq!(found, [pair("Айгүл Эсенова", "Aigul Esenova"), pair("Бакыт Асанов", "Нурлан Осмонов")]);
    let page = staff.get("/stakeholder-pairs?limit=1").await.expect(200);
    assert_eq!((&page["items"][0]["likeness"], &page["items"][0]["same_phone"]), (&json!(100), &json!(false)));
    assert_eq!(page["items"][0]["actions"], json!(["merge_stakeholder", "distinguish_stakeholder"]));
    let next = page["next"].as_str().unwrap();
    let second = staff.get(&format!("/stakeholder-pairs?limit=1&after={next}")).await.expect(200);
    assert_eq!((&second["items"][0]["same_phone"], &second["next"]), (&json!(true), &json!(null)));
    staff.get("/stakeholder-pairs?after=bm90aGluZw").await.refused(422, "invalid");
    assert_eq!(pairs(&cast.other_staff.client).await, []);
    assert_eq!(pairs(&cast.protection.client).await.len(), 2);
    cast.near.company.client.get("/stakeholder-pairs").await.refused(403, "forbidden");
}

async fn a_pair_goes_when_it_is_likely_no_more(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let one = record(staff, reached(&cast, "Айгүл Эсенова", "0555 123456")).await;
    let other = record(staff, reached(&cast, "Бакыт Асанов", "0555 123456")).await;
    assert_eq!(pairs(staff).await.len(), 1);
    let withdrawal = json!({ "withdrawn_on": "2026-05-01" });
    staff.post(&format!("{}/withdraw-consent", path_of(&one)), withdrawal).at(1).await.expect(200);
    assert_eq!(pairs(staff).await, [], "a number that was taken back is not known again");
    staff.patch(&path_of(&other), json!({ "name": "Aigul Esenova" })).at(1).await.expect(200);
    assert_eq!(pairs(staff).await.len(), 1, "a name that was changed is");
    staff.patch(&path_of(&other), json!({ "place_id": cast.far.aimak })).at(2).await.expect(200);
    assert_eq!(pairs(staff).await, []);
}

async fn two_that_are_two_are_shown_no_more(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let one = record(staff, person(&cast, "Айгүл Эсенова")).await;
    let other = record(staff, person(&cast, "Айгүл Эсенова")).await;
    let path = format!("{}/distinguish", path_of(&one));
    assert_eq!(staff.post(&path, json!({ "other_id": other["id"] })).await.status, 204);
    assert_eq!(pairs(staff).await, []);
    staff.patch(&path_of(&other), json!({ "position": "мугалим" })).at(1).await.expect(200);
    assert_eq!(pairs(staff).await, [], "also when one of them is changed");
    let itself = staff.post(&path, json!({ "other_id": one["id"] })).await;
    assert_eq!(itself.refused(422, "invalid"), ["/other_id itself"]);
    let nobody = staff.post(&path, json!({ "other_id": uuid::Uuid::new_v4() })).await;
    assert_eq!(nobody.refused(422, "invalid"), ["/other_id unknown"]);
}

async fn records_from_before_are_compared_too(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::{stakeholder_keys, stakeholder_pairs};
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    record(staff, reached(&cast, "Айгүл Эсенова", "0555 123456")).await;
    record(staff, reached(&cast, "Бакыт Асанов", "0555 123456")).await;
    world
        .change(|conn| {
            diesel::delete(stakeholder_pairs::table).execute(conn)?;
            Ok(diesel::delete(stakeholder_keys::table).execute(conn).map(drop)?)
        })
        .await;
    assert_eq!(pairs(staff).await, []);
    maslahat::stakeholders::likeness::chore::catch_up(&world.system).await.unwrap();
    assert_eq!(pairs(staff).await.len(), 1);
}

async fn two(cast: &Cast) -> (Value, Value) {
    let staff = &cast.staff.client;
    let kept = with(
        person(cast, "Айгүл Эсенова"),
        json!({ "tags": ["суу"], "languages": ["ky"], "birth_year": 1979, "position": "мугалим" }),
    );
    let other = with(
        reached(cast, "Aigul Esenova", "0555 123456"),
        json!({
            "tags": ["жол", "суу"], "languages": ["ru"], "sex": "female", "category": "womens_group",
            "assessment": { "influence": 4, "interest": 5, "stance": -1, "reason": "Said so" },
        }),
    );
    (record(staff, kept).await, record(staff, other).await)
}

fn merging(other: &Value, take: Value) -> Value {
    json!({ "other_id": other["id"], "other_version": other["version"], "take": take })
}

async fn two_records_become_one_with_what_was_chosen(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (kept, other) = two(&cast).await;
    let body = merging(&other, json!(["sex", "category", "consent", "assessment"]));
    let merge = staff.post(&format!("{}/merge", path_of(&kept)), body).at(1);
    let one = merge.await.expect(200);
    assert_eq!((&one["id"], &one["version"], &one["name"]), (&kept["id"], &json!(2), &json!("Айгүл Эсенова")));
    for (field, value) in [
        ("sex", json!("female")),
        ("category", json!("womens_group")),
        ("position", json!("мугалим")),
        ("birth_year", json!(1979)),
        ("tags", json!(["суу", "жол"])),
        ("languages", json!(["ky", "ru"])),
    ] {
        assert_eq!(one[field], value, "{field}");
    }
    assert_eq!((&one["contact"]["phone"], &one["consent"]["standing"]), (&json!("••• 56"), &json!("given")));
    assert_eq!((&one["assessment"]["influence"], &one["assessment"]["stance"]), (&json!(4), &json!(-1)));
    let contact = staff.get(&format!("{}/contact", path_of(&kept))).await.expect(200);
    assert_eq!(contact["phone"], "0555 123456");
    let history = kinds_of_events(staff, &kept).await;
    assert_eq!(history.iter().filter(|kind| *kind == "created").count(), 2, "the history of both: {history:?}");
    assert!(history.contains(&"assessed".to_owned()) && history[0] == "changed", "{history:?}");
    assert_eq!(names(staff, "").await, ["Айгүл Эсенова"]);
    assert_eq!(names(staff, "q=Esenova").await, Vec::<String>::new());
    assert_eq!(names(staff, "tag=жол").await, ["Айгүл Эсенова"]);
    assert_eq!(pairs(staff).await, []);
}

async fn what_was_merged_leads_to_what_it_became(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (first, second) = two(&cast).await;
    let third = record(staff, person(&cast, "Айгүл Эсен")).await;
    staff.post(&format!("{}/merge", path_of(&first)), merging(&second, json!([]))).at(1).await.expect(200);
    let first = staff.get(&path_of(&first)).await.expect(200);
    staff.post(&format!("{}/merge", path_of(&third)), merging(&first, json!(["name"]))).at(1).await.expect(200);
    for gone in [&first, &second] {
        let seen = staff.get(&path_of(gone)).await.expect(200);
        assert_eq!((&seen["id"], &seen["name"]), (&third["id"], &json!("Айгүл Эсенова")));
        for part in ["/contact", "/history"] {
            staff.get(&format!("{}{part}", path_of(gone))).await.refused(404, "not_found");
        }
        staff.patch(&path_of(gone), json!({ "name": "Again" })).at(2).await.refused(404, "not_found");
        cast.other_staff.client.get(&path_of(gone)).await.refused(404, "not_found");
    }
    let bare = world
        .look(|conn| {
            use diesel::prelude::*;
            use maslahat::schema::stakeholders::{contact_sealed, merged_into, name, table, words};
            let gone = table.filter(merged_into.is_not_null()).select((name, words, contact_sealed));
            Ok(gone.load::<(String, String, Option<Vec<u8>>)>(conn)?)
        })
        .await;
    assert_eq!(bare, vec![(String::new(), String::new(), None); 2], "nothing of the person is left in them");
}

async fn a_merge_that_can_not_be_is_refused_and_changes_nothing(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (kept, other) = two(&cast).await;
    let group = record(staff, with(person(&cast, "Кеңеш"), json!({ "kind": "group" }))).await;
    let path = format!("{}/merge", path_of(&kept));
    staff.post(&path, merging(&other, json!([]))).await.refused(428, "version_required");
    staff.post(&path, merging(&other, json!([]))).at(7).await.refused(412, "stale");
    let stale = json!({ "other_id": other["id"], "other_version": 7, "take": [] });
    staff.post(&path, stale).at(1).await.refused(412, "stale");
    for (body, refused) in [
        (merging(&kept, json!([])), "/other_id itself"),
        (merging(&group, json!([])), "/other_id another_kind"),
        (json!({ "other_id": uuid::Uuid::new_v4(), "other_version": 1, "take": [] }), "/other_id unknown"),
        (merging(&other, json!(["contact"])), "/take/0 invalid"),
    ] {
        assert_eq!(staff.post(&path, body).at(1).await.refused(422, "invalid"), [refused]);
    }
    assert_eq!(staff.get(&path_of(&kept)).await.expect(200), kept);
    assert_eq!(staff.get(&path_of(&other)).await.expect(200), other);
}

async fn a_number_goes_only_with_its_consent(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let kept = record(staff, reached(&cast, "Айгүл Эсенова", "0555 111111")).await;
    let other = record(staff, reached(&cast, "Айгүл Эсенова", "0555 222222")).await;
    let withdrawal = json!({ "withdrawn_on": "2026-05-01" });
    let other = staff.post(&format!("{}/withdraw-consent", path_of(&other)), withdrawal).at(1).await.expect(200);
    let path = format!("{}/merge", path_of(&kept));
    let refused = staff.post(&path, merging(&other, json!([]))).at(1).await;
    assert_eq!(refused.refused(422, "invalid"), ["/take consent_taken_back"]);
    let one = staff.post(&path, merging(&other, json!(["consent"]))).at(1).await.expect(200);
    assert_eq!((&one["consent"]["standing"], &one["contact"]), (&json!("withdrawn"), &json!(null)));
}

async fn nobody_merges_across_programmes(world: World) {
    let cast = world.cast().await;
    let (kept, other) = two(&cast).await;
    let path = format!("{}/merge", path_of(&kept));
    cast.other_staff.client.post(&path, merging(&other, json!([]))).at(1).await.refused(404, "not_found");
    let distinguish = format!("{}/distinguish", path_of(&kept));
    let body = json!({ "other_id": other["id"] });
    cast.other_staff.client.post(&distinguish, body).await.refused(404, "not_found");
    for outsider in [&cast.near.company, &cast.near.authority, &cast.near.community, &cast.admin] {
        outsider.client.post(&path, merging(&other, json!([]))).at(1).await.refused(403, "forbidden");
    }
}
