//! Influence, interest and stance, and how they came to be.

use serde_json::{Value, json};

use super::{path_of, person, record};
use crate::support::{World, on_both_engines};

on_both_engines! {
    each_assessment_stays_in_the_history_with_its_reason;
    the_first_assessment_is_whole;
    an_assessment_needs_a_reason_and_the_version;
    the_history_comes_in_pages;
}

async fn each_assessment_stays_in_the_history_with_its_reason(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, person(&cast, "Бакыт")).await;
    let path = format!("{}/reassess", path_of(&made));
    let first = json!({ "influence": 2, "interest": 3, "stance": -2, "reason": "Нааразылык акциясын баштады." });
    let assessed = cast.staff.client.post(&path, first).at(1).await.expect(200);
    assert_eq!(assessed["assessment"]["stance"], -2);
    let second = json!({ "stance": 1, "reason": "Келишимден кийин колдоду." });
    let assessed = cast.second_staff.client.post(&path, second).at(2).await.expect(200);
    let values = |assessed: &Value| ["influence", "interest", "stance"].map(|name| assessed[name].as_i64().unwrap());
    assert_eq!(values(&assessed["assessment"]), [2, 3, 1]);
    let history = cast.staff.client.get(&format!("{}/history", path_of(&made))).await.expect(200);
    let assessments: Vec<&Value> =
        history["items"].as_array().unwrap().iter().filter(|event| event["kind"] == "assessed").collect();
    assert_eq!(assessments.len(), 2);
    assert_eq!((values(&assessments[0]["assessment"]), values(&assessments[1]["assessment"])), ([2, 3, 1], [2, 3, -2]));
    assert_eq!(assessments[0]["note"], "Келишимден кийин колдоду.");
    assert_eq!(assessments[0]["by"]["id"], json!(cast.second_staff.id));
}

async fn the_first_assessment_is_whole(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, person(&cast, "Бакыт")).await;
    let path = format!("{}/reassess", path_of(&made));
    let reply = cast.staff.client.post(&path, json!({ "influence": 2, "reason": "Because" })).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/interest required", "/stance required"]);
}

async fn an_assessment_needs_a_reason_and_the_version(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, person(&cast, "Бакыт")).await;
    let path = format!("{}/reassess", path_of(&made));
    let bare = json!({ "influence": 2, "interest": 3, "stance": 0 });
    let reply = cast.staff.client.post(&path, bare).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason required"]);
    let whole = json!({ "influence": 2, "interest": 3, "stance": 3, "reason": "Because" });
    let reply = cast.staff.client.post(&path, whole).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/stance too_large"]);
    let whole = json!({ "influence": 2, "interest": 3, "stance": 0, "reason": "Because" });
    cast.staff.client.post(&path, whole).at(7).await.refused(412, "stale");
    assert_eq!(cast.staff.client.get(&path_of(&made)).await.expect(200)["assessment"], json!(null));
}

async fn the_history_comes_in_pages(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, person(&cast, "Бакыт")).await;
    for version in 1..=5 {
        let assessment = json!({ "influence": version, "interest": 1, "stance": 0, "reason": "Because" });
        staff.post(&format!("{}/reassess", path_of(&made)), assessment).at(version).await.expect(200);
    }
    let history = format!("{}/history?limit=4", path_of(&made));
    let page = staff.get(&history).await.expect(200);
    let rest = staff.get(&format!("{history}&after={}", page["next"].as_str().unwrap())).await.expect(200);
    let all = [page["items"].as_array().unwrap().clone(), rest["items"].as_array().unwrap().clone()].concat();
    let influences: Vec<Value> = all.iter().map(|event| event["assessment"]["influence"].clone()).collect();
    assert_eq!(influences, [json!(5), json!(4), json!(3), json!(2), json!(1), json!(null)]);
    assert_eq!(rest["next"], json!(null));
    let reply = staff.get(&format!("{history}&after=H3g")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}
