//! Names, of those who agreed to it.

use diesel::prelude::*;
use maslahat::schema::focus_group_participants;
use serde_json::{Value, json};

use super::{consented, kinds_of_events, moved, path_of, plan, planned, with};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    a_name_is_kept_masked_and_opened_with_a_reason;
    a_name_is_sealed;
    who_takes_the_consent_back_is_deleted;
    nobody_is_kept_before_the_group_agreed;
}

const NAME: &str = "Гүлзат Асанова";

fn somebody() -> Value {
    json!({ "name": NAME, "sex": "female", "age_band": "from36", "consent_form": "signed", "consented_on": "2026-05-01" })
}

async fn add(cast: &Cast, path: &str) -> Value {
    cast.staff.client.post(&format!("{path}/participants"), somebody()).once().await.expect(201)
}

async fn a_name_is_kept_masked_and_opened_with_a_reason(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Суу").await;
    let added = add(&cast, &path).await;
    assert_eq!((&added["name"], &added["age_band"]), (&json!("Г•••"), &json!("from36")));
    let listed = staff.get(&format!("{path}/participants")).await.expect(200);
    assert_eq!(listed["items"], json!([added]));
    assert_eq!(staff.get(&path).await.expect(200)["participants"], 1);
    let open = format!("{path}/open-participants");
    staff.post(&open, json!({ "reason": "Кайра чакыруу керек." })).at(9).await.refused(412, "stale");
    let reply = staff.post(&open, json!({ "reason": "  " })).at(2).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    let reply = cast.second_staff.client.post(&open, json!({ "reason": "Кайра чакыруу керек." })).at(2).await;
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(reply.expect(200)["items"], json!([{ "id": added["id"], "name": NAME }]));
    let history = staff.get(&format!("{path}/history")).await.expect(200);
    let (event, note) = (&history["items"][0], &history["items"][0]["note"]);
    assert_eq!((&event["kind"], note), (&json!("participants_opened"), &json!("Кайра чакыруу керек.")));
    assert_eq!(event["by"]["id"], json!(cast.second_staff.id));
    let query = format!("subject_kind=focus_group&subject_id={}", path.trim_start_matches("/focus-groups/"));
    let trail = cast.protection.client.get(&format!("/audit/entries?{query}")).await.expect(200);
    assert_eq!(trail["items"][0]["operation"], "open_focus_group_participants");
    assert!(!trail.to_string().contains("Гүлзат"), "the trail holds no names");
    let office = cast.admin.client.get(&format!("/audit/entries?{query}")).await.expect(200);
    assert_eq!(office["items"], json!([]));
}

async fn a_name_is_sealed(world: World) {
    let cast = world.cast().await;
    add(&cast, &consented(&cast, "Суу").await).await;
    let sealed: Vec<u8> = world
        .look(|conn| Ok(focus_group_participants::table.select(focus_group_participants::name_sealed).first(conn)?))
        .await;
    assert!(!sealed.windows("Гүлзат".len()).any(|part| part == "Гүлзат".as_bytes()));
}

async fn who_takes_the_consent_back_is_deleted(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = consented(&cast, "Суу").await;
    let added = add(&cast, &path).await;
    let one = format!("{path}/participants/{}", added["id"].as_str().unwrap());
    staff.delete(&one).at(9).await.refused(412, "stale");
    assert_eq!(staff.delete(&one).at(2).await.status, 204);
    staff.delete(&one).at(2).await.refused(404, "not_found");
    let left: i64 = world.look(|conn| Ok(focus_group_participants::table.count().get_result(conn)?)).await;
    assert_eq!(left, 0);
    staff.post(&format!("{path}/open-participants"), json!({ "reason": "Why" })).at(2).await.refused(404, "not_found");
    assert_eq!(kinds_of_events(staff, &path).await[..2], ["participant_withdrew", "participant_added"]);
    let other = consented(&cast, "Жол").await;
    let elsewhere = add(&cast, &other).await["id"].as_str().unwrap().to_owned();
    staff.delete(&format!("{path}/participants/{elsewhere}")).at(2).await.refused(404, "not_found");
}

async fn nobody_is_kept_before_the_group_agreed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let path = path_of(&planned(staff, plan(&cast, "Суу")).await);
    let names = format!("{path}/participants");
    staff.post(&names, somebody()).once().await.refused(409, "not_in_this_state");
    moved(staff, &path, "consent", super::agreed()).await.expect(200);
    for (more, refused) in [
        (json!({ "age_band": "under14" }), "/age_band invalid"),
        (json!({ "name": " " }), "/name too_short"),
        (json!({ "consented_on": "2999-01-01" }), "/consented_on in_the_future"),
    ] {
        let reply = staff.post(&names, with(somebody(), more)).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let key = "6f1f4f6e-3c0e-4f0e-9d1b-0d5a8c7b9e11";
    staff.post(&names, somebody()).key(key).await.expect(201);
    staff.post(&names, somebody()).key(key).await.expect(201);
    assert_eq!(staff.get(&path).await.expect(200)["participants"], 1);
}
