//! Taking somebody out of the register.

use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::error::Result;
use maslahat::schema::{engagements, idempotency_keys, stakeholder_relationships, stakeholders};
use serde_json::{Value, json};

use super::{agreed, path_of, person, record, with};
use crate::engagements::{contact, follow_up, log};
use crate::support::{Cast, Client, Reply, World, on_both_engines};

on_both_engines! {
    the_person_goes_and_the_figures_stay;
    what_concerns_others_too_keeps_its_words;
    what_the_last_of_two_leaves_behind_goes_too;
    nobody_is_found_any_more_by_any_way;
    who_speaks_for_a_community_is_erased_when_that_has_ended;
    only_protection_erases_and_only_once;
    an_erasure_needs_the_version_and_a_reason;
    a_kept_answer_goes_as_well;
    the_trail_tells_of_it_without_the_person;
}

const NAME: &str = "Өчүрүлүүчү Киши";

fn why() -> Value {
    json!({ "reason": "Asked on the telephone, twice." })
}

async fn erase(client: &Client, record: &Value) -> Reply {
    let now = client.get(&path_of(record)).await.expect(200);
    client.post(&format!("{}/erase", path_of(record)), why()).at(now["version"].clone()).await
}

async fn known(cast: &Cast) -> Value {
    let body = with(
        person(cast, NAME),
        json!({
            "position": "чабан", "tags": ["өчүрүлүүчү"], "sex": "female", "birth_year": 1971, "consent": agreed(),
            "organisation_id": cast.ngo, "contact": { "phone": "+996 555 77 66 55" },
            "assessment": { "influence": 4, "interest": 5, "stance": -2, "reason": "Өчүрүлүүчү себеп" },
        }),
    );
    record(&cast.staff.client, body).await
}

fn id_of(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

async fn the_person_goes_and_the_figures_stay(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    erase(&cast.protection.client, &made).await.expect(204);
    for part in ["", "/contact", "/history", "/relationships"] {
        cast.protection.client.get(&format!("{}{part}", path_of(&made))).await.refused(404, "not_found");
    }
    type Left = (String, String, Option<String>, Option<String>, Option<i64>, Option<Vec<u8>>, Option<i64>);
    let id = id_of(&made);
    let left = move |conn: &mut Conn| -> Result<Left> {
        use stakeholders::{age_band, birth_year, category, contact_sealed, influence, name, sex};
        let columns = (name, category, sex, age_band, birth_year, contact_sealed, influence);
        Ok(stakeholders::table.find(id).select(columns).first(conn)?)
    };
    let kept = (String::new(), "herder".into(), Some("female".into()), Some("from36".into()), None, None, None);
    assert_eq!(world.look(left).await, kept);
}

async fn what_concerns_others_too_keeps_its_words(world: World) {
    let cast = world.cast().await;
    let (made, other) = (known(&cast).await, record(&cast.staff.client, person(&cast, "Айгүл")).await);
    let staff = &cast.staff.client;
    let next = json!({ "follow_up": follow_up(cast.second_staff.id, "2026-06-01") });
    let alone = log(staff, with(contact(&cast, &[&id_of(&made)]), next)).await;
    let shared = log(staff, contact(&cast, &[&id_of(&made), &id_of(&other)])).await;
    erase(&cast.protection.client, &made).await.expect(204);
    let page = staff.get("/engagements?total=true").await.expect(200);
    assert_eq!(page["total"]["count"], 2, "the figures stay");
    let shared = staff.get(&format!("/engagements/{}", id_of(&shared))).await.expect(200);
    assert_eq!(
        (&shared["summary"], shared["stakeholders"].as_array().unwrap().len()),
        (&contact(&cast, &[])["summary"], 1)
    );
    let alone = staff.get(&format!("/engagements/{}", id_of(&alone))).await.expect(200);
    assert_eq!(
        (&alone["summary"], &alone["follow_up"], &alone["stakeholders"]),
        (&json!(""), &json!(null), &json!([]))
    );
    assert_eq!((&alone["day"], &alone["actions"]), (&json!("2026-05-20"), &json!([])));
    let again = staff.patch(&format!("/engagements/{}", id_of(&alone)), json!({ "summary": "Again" })).at(2).await;
    again.refused(409, "erased");
    assert_eq!(cast.second_staff.client.get("/home").await.expect(200)["follow_ups"], json!([]));
    assert_eq!(cast.second_staff.client.get("/notifications").await.expect(200)["items"], json!([]));
}

async fn what_the_last_of_two_leaves_behind_goes_too(world: World) {
    let cast = world.cast().await;
    let (made, other) = (known(&cast).await, record(&cast.staff.client, person(&cast, "Айгүл")).await);
    let shared = log(&cast.staff.client, contact(&cast, &[&id_of(&made), &id_of(&other)])).await;
    erase(&cast.protection.client, &made).await.expect(204);
    erase(&cast.protection.client, &other).await.expect(204);
    let shared = cast.staff.client.get(&format!("/engagements/{}", id_of(&shared))).await.expect(200);
    assert_eq!(shared["summary"], "");
}

async fn nobody_is_found_any_more_by_any_way(world: World) {
    let cast = world.cast().await;
    let (made, other) = (known(&cast).await, record(&cast.staff.client, person(&cast, "Айгүл")).await);
    let staff = &cast.staff.client;
    let mut bond = crate::relationships::bond("family_of", &id_of(&made), &id_of(&other));
    bond["note"] = json!("Өчүрүлүүчү эскертүү");
    let bond = staff.post("/relationships", bond).once().await.expect(201);
    erase(&cast.protection.client, &made).await.expect(204);
    staff.get(&format!("/relationships/{}", id_of(&bond))).await.refused(404, "not_found");
    let around = format!("/relationship-graph?around={}", id_of(&other));
    let of_other = format!("{}/relationships", path_of(&other));
    let of_made = format!("/engagements?stakeholder_id={}", id_of(&made));
    for path in [
        "/stakeholders",
        "/stakeholders?q=өчүрүлүүчү",
        "/stakeholders?tag=өчүрүлүүчү",
        "/stakeholders?sort=influence",
        "/stakeholders?consent=given",
        "/relationship-graph",
        &around,
        &of_other,
        &of_made,
    ] {
        let seen = staff.get(path).await;
        seen.expect(200);
        assert!(
            !seen.text().to_lowercase().contains("өчүрүлүүчү") && !seen.text().contains(&id_of(&made)),
            "{path}: {}",
            seen.text()
        );
    }
    let body = contact(&cast, &[&id_of(&made)]);
    assert_eq!(staff.post("/engagements", body).once().await.refused(422, "invalid"), ["/stakeholder_ids/0 unknown"]);
    let bond = crate::relationships::bond("family_of", &id_of(&made), &id_of(&other));
    assert_eq!(staff.post("/relationships", bond).once().await.refused(422, "invalid"), ["/from_id unknown"]);
}

async fn who_speaks_for_a_community_is_erased_when_that_has_ended(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    let staff = &cast.staff.client;
    let nomination = crate::mandates::nomination(&cast, &made["id"], "community");
    let mandate = staff.post("/mandates", nomination).once().await.expect(201);
    erase(&cast.protection.client, &made).await.refused(409, "holds_mandate");
    let over = json!({ "ended_on": mandate["nominated_on"], "ending": "other", "note": "Өчүрүлүүчү сөз" });
    let path = format!("/mandates/{}", id_of(&mandate));
    staff.post(&format!("{path}/end"), over).at(mandate["version"].clone()).await.expect(200);
    erase(&cast.protection.client, &made).await.expect(204);
    let seen = staff.get(&path).await.text();
    assert!(!seen.to_lowercase().contains("өчүрүлүүчү") && !seen.contains("аялдары"), "{seen}");
}

async fn only_protection_erases_and_only_once(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    let path = format!("{}/erase", path_of(&made));
    for person in [&cast.staff, &cast.admin, &cast.near.company, &cast.near.authority, &cast.near.community] {
        person.client.post(&path, why()).at(1).await.refused(403, "forbidden");
    }
    assert!(!cast.staff.client.get(&path_of(&made)).await.text().contains("erase_stakeholder"));
    assert!(cast.protection.client.get(&path_of(&made)).await.text().contains("erase_stakeholder"));
    erase(&cast.protection.client, &made).await.expect(204);
    cast.protection.client.post(&path, why()).at(2).await.refused(404, "not_found");
}

async fn an_erasure_needs_the_version_and_a_reason(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    let (client, path) = (&cast.protection.client, format!("{}/erase", path_of(&made)));
    client.post(&path, why()).await.refused(428, "version_required");
    client.post(&path, why()).at(7).await.refused(412, "stale");
    let unexplained = client.post(&path, json!({ "reason": "-" })).at(1).await;
    assert_eq!(unexplained.refused(422, "invalid"), ["/reason too_short"]);
    assert_eq!(client.get(&path_of(&made)).await.expect(200)["name"], NAME);
}

async fn a_kept_answer_goes_as_well(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    let other = record(&cast.staff.client, person(&cast, "Айгүл")).await;
    log(&cast.staff.client, contact(&cast, &[&id_of(&made)])).await;
    let bond = crate::relationships::bond("family_of", &id_of(&made), &id_of(&other));
    cast.staff.client.post("/relationships", bond).once().await.expect(201);
    let kept = |conn: &mut Conn| -> Result<i64> { Ok(idempotency_keys::table.count().get_result(conn)?) };
    let before = world.look(kept).await;
    erase(&cast.protection.client, &made).await.expect(204);
    assert_eq!(before - world.look(kept).await, 3, "of the person, the contact and the relationship");
    let rows = |conn: &mut Conn| -> Result<(i64, Vec<String>)> {
        let ties: i64 = stakeholder_relationships::table.count().get_result(conn)?;
        let words: Vec<String> = engagements::table.select(engagements::words).load(conn)?;
        Ok((ties, words))
    };
    assert_eq!(world.look(rows).await, (0, vec![String::new()]));
}

async fn the_trail_tells_of_it_without_the_person(world: World) {
    let cast = world.cast().await;
    let made = known(&cast).await;
    erase(&cast.protection.client, &made).await.expect(204);
    let trail = cast.protection.client.get("/audit/entries?operation=erase_stakeholder").await;
    let entry = &trail.expect(200)["items"][0];
    assert_eq!((&entry["subject"]["id"], &entry["actor"]["id"]), (&made["id"], &json!(cast.protection.id)));
    assert!(!trail.text().contains(NAME) && !trail.text().contains("telephone"), "{}", trail.text());
}
