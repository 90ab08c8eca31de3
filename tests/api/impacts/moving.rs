//! The way of an impact.

use serde_json::json;

use super::{impact, moved, path_of, record};
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_impact_goes_its_way_and_each_step_says_who_and_why;
    no_step_is_left_out;
    what_goes_back_is_no_longer_public;
    a_move_needs_a_reason_and_the_version;
    of_two_moves_at_once_one_is_made;
}

async fn an_impact_goes_its_way_and_each_step_says_who_and_why(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, impact(&cast, "Суу")).await;
    let way = ["validate", "publish", "prioritise", "put-on-agenda", "address"];
    let done = moved(staff, &made, &way).await;
    assert_eq!((&done["state"], &done["published"]), (&json!("addressed"), &json!(true)));
    let timeline = cast.second_staff.client.get(&format!("{}/timeline", path_of(&made))).await.expect(200);
    let steps = timeline["items"].as_array().unwrap();
    let told: Vec<_> =
        steps.iter().map(|step| (step["move"].as_str().unwrap(), step["to"].as_str().unwrap())).collect();
    assert_eq!(
        told,
        [
            ("address", "addressed"),
            ("put_on_agenda", "on_agenda"),
            ("prioritise", "prioritised"),
            ("publish", "validated"),
            ("validate", "validated"),
            ("report", "reported"),
        ]
    );
    assert_eq!(steps[0]["note"], "Because: address.");
    assert!(steps.iter().all(|step| step["by"]["id"] == json!(cast.staff.id)));
    let page = staff.get(&format!("{}/timeline?limit=4", path_of(&made))).await.expect(200);
    let after = page["next"].as_str().unwrap();
    let rest = staff.get(&format!("{}/timeline?limit=4&after={after}", path_of(&made))).await.expect(200);
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (2, &json!(null)));
    let reply = staff.get(&format!("{}/timeline?after=H3g", path_of(&made))).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}

async fn no_step_is_left_out(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, impact(&cast, "Суу")).await;
    let path = path_of(&made);
    let because = json!({ "note": "Because." });
    for wrong in ["prioritise", "put-on-agenda", "address", "publish", "withdraw-publication", "return"] {
        let reply = staff.post(&format!("{path}/{wrong}"), because.clone()).at(1).await;
        reply.refused(409, "move_not_possible_from_here");
    }
    let validated = moved(staff, &made, &["validate"]).await;
    for wrong in ["validate", "put-on-agenda", "address"] {
        let reply = staff.post(&format!("{path}/{wrong}"), because.clone()).at(&validated["version"]).await;
        reply.refused(409, "move_not_possible_from_here");
    }
    staff.post(&format!("{path}/withdraw-publication"), because).at(2).await.refused(409, "not_published");
}

async fn what_goes_back_is_no_longer_public(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    for back in ["return", "dismiss"] {
        let made = record(staff, super::with(impact(&cast, "Суу"), json!({ "site_id": cast.near.site }))).await;
        let shown = moved(staff, &made, &["validate", "publish"]).await;
        company.get(&path_of(&shown)).await.expect(200);
        let gone = moved(staff, &shown, &[back]).await;
        assert_eq!((&gone["published"], &gone["published_at"]), (&json!(false), &json!(null)));
        company.get(&path_of(&shown)).await.refused(404, "not_found");
        assert_eq!(super::titles(company, "q=суу").await, Vec::<String>::new());
    }
}

async fn a_move_needs_a_reason_and_the_version(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let validate = format!("{}/validate", path_of(&record(staff, impact(&cast, "Суу")).await));
    assert_eq!(staff.post(&validate, json!({})).at(1).await.refused(422, "invalid"), ["/note required"]);
    assert_eq!(
        staff.post(&validate, json!({ "note": "    " })).at(1).await.refused(422, "invalid"),
        ["/note too_short"]
    );
    staff.post(&validate, json!({ "note": "Because." })).await.refused(428, "version_required");
    staff.post(&validate, json!({ "note": "Because." })).at(7).await.refused(412, "stale");
}

async fn of_two_moves_at_once_one_is_made(world: World) {
    let cast = world.cast().await;
    let path = path_of(&record(&cast.staff.client, impact(&cast, "Суу")).await);
    let tries = ["validate", "dismiss", "validate", "dismiss"].map(|made| {
        let (client, path) = (cast.staff.client.clone(), format!("{path}/{made}"));
        async move { client.post(&path, json!({ "note": "Because." })).at(1).await.status }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [200, 412, 412, 412]);
}
