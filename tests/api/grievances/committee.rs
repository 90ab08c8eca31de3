//! The tripartite committee of a contested case.

use maslahat::authz::Role;
use serde_json::{Value, json};

use crate::support::case::Case;
use crate::support::{Account, Cast, Person, World, on_both_engines};

on_both_engines! {
    a_committee_of_three_sides_looks_into_a_contested_case;
    nobody_with_a_part_in_the_case_sits_in_its_committee;
    a_side_can_not_be_left_out;
    who_declares_an_interest_steps_back_and_does_not_return;
    who_is_named_again_keeps_the_declaration_and_who_is_not_leaves;
    a_member_of_the_community_reaches_what_was_released_and_no_more;
    the_reporter_sees_who_sits_and_the_company_does_not;
    the_third_level_is_outside_and_the_last;
}

fn seats(members: &[(&Person, &str)]) -> Value {
    let seats: Vec<Value> =
        members.iter().map(|(person, side)| json!({ "account_id": person.id, "side": side })).collect();
    json!({ "members": seats })
}

fn near(cast: &Cast) -> Value {
    let near = &cast.near;
    seats(&[(&near.community, "community"), (&near.company, "company"), (&near.authority, "authority")])
}

/// A case of the second level that its reporter did not share with the community.
async fn contested(world: &World, cast: &Cast) -> Case {
    let case = world.accepted(cast, &cast.near).await;
    let staff = &cast.staff.client;
    let summary = json!({ "text": "Residents report dust from trucks that pass through the village." });
    case.moved(staff, "summarise", summary).await.expect(200);
    case.moved(&cast.second_staff.client, "release", json!({})).await.expect(200);
    case.moved(staff, "investigate", json!({})).await.expect(200);
    case.moved(staff, "propose", json!({ "remedy": "The company waters the road." })).await.expect(200);
    case.own_move("contest", json!({ "reason": "Күнүнө бир жолу аз." })).await.expect(200);
    case.moved(staff, "escalate", json!({ "note": "To the committee" })).await.expect(200);
    case
}

async fn declared(case: &Case, person: &Person) {
    case.moved(&person.client, "declare-interests", json!({})).await.expect(200);
}

async fn a_committee_of_three_sides_looks_into_a_contested_case(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let staff = &cast.staff.client;
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(staff, "propose", proposal.clone()).await.refused(409, "committee_incomplete");
    let appointed = case.moved(staff, "appoint-committee", near(&cast)).await.expect(200);
    assert_eq!(appointed["committee"].as_array().unwrap().len(), 3);
    for person in [&cast.near.community, &cast.near.company, &cast.near.authority] {
        case.moved(staff, "propose", proposal.clone()).await.refused(409, "committee_incomplete");
        let home = person.client.get("/home").await.expect(200);
        assert_eq!(home["waiting"][0]["action"], "declare_interests");
        declared(&case, person).await;
        case.moved(&person.client, "declare-interests", json!({})).await.refused(409, "already_declared");
    }
    assert_eq!(case.moved(staff, "propose", proposal).await.expect(200)["state"], "resolution_proposed");
    assert_eq!(case.own_move("agree", Value::Null).await.expect(200)["state"], "implementing");
}

async fn nobody_with_a_part_in_the_case_sits_in_its_committee(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let staff = &cast.staff.client;
    let (near, far) = (&cast.near, &cast.far);
    let path = format!("{}/committee-candidates", case.path());
    let candidates = staff.get(&path).await.expect(200);
    let mut found: Vec<(String, String)> = candidates["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["person"]["id"].as_str().unwrap().to_owned(), item["side"].as_str().unwrap().to_owned()))
        .collect();
    let mut expected = vec![
        (near.community.id.to_string(), "community".to_owned()),
        (near.company.id.to_string(), "company".to_owned()),
        (near.authority.id.to_string(), "authority".to_owned()),
    ];
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    // Another company's, another territory's, staff, and the respondent on another side than its own.
    for (number, (person, side)) in [
        (0, (&far.community, "community")),
        (1, (&far.company, "company")),
        (2, (&far.authority, "authority")),
        (2, (&cast.second_staff, "authority")),
        (0, (&near.company, "community")),
    ] {
        let mut members =
            vec![(&near.community, "community"), (&near.company, "company"), (&near.authority, "authority")];
        members[number] = (person, side);
        let refused = case.moved(staff, "appoint-committee", seats(&members)).await;
        assert_eq!(refused.refused(422, "invalid"), [format!("/members/{number}/account_id conflict_of_interest")]);
    }
    // Who entered a case for somebody has a part in it.
    let entered = json!({ "channel": "phone", "consent": { "given": "said", "note": "said so" }, "grievance": crate::support::case::words(near.aimak) });
    let receipt = near.community.client.post("/grievances", entered).once().await.expect(201);
    let list = staff.get("/grievances").await.expect(200);
    let own = list["items"].as_array().unwrap().iter().find(|item| item["reference"] == receipt["reference"]).unwrap();
    let path = format!("/grievances/{}/committee-candidates", own["id"].as_str().unwrap());
    let candidates = staff.get(&path).await.expect(200);
    assert!(!candidates.to_string().contains(&near.community.id.to_string()), "{candidates}");
}

/// Another representative of the place.
async fn second_representative(world: &World, cast: &Cast) -> Person {
    let organisation = world.organisation("community_group", "Youth", None).await;
    let (places, programmes) = (vec![cast.near.aimak], vec![cast.programme]);
    world.account(Account { role: Role::Community, organisation, places, programmes }).await
}

async fn a_side_can_not_be_left_out(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let near = &cast.near;
    let second = second_representative(&world, &cast).await;
    let without = seats(&[(&near.community, "community"), (&second, "community"), (&near.company, "company")]);
    let refused = case.moved(&cast.staff.client, "appoint-committee", without).await;
    assert_eq!(refused.refused(422, "invalid"), ["/members side_missing"]);
    let twice = seats(&[(&near.community, "community"), (&near.community, "community"), (&near.company, "company")]);
    let refused = case.moved(&cast.staff.client, "appoint-committee", twice).await;
    assert_eq!(refused.refused(422, "invalid"), ["/members/1/account_id duplicate"]);
}

async fn who_declares_an_interest_steps_back_and_does_not_return(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let (staff, member) = (&cast.staff.client, &cast.near.community);
    case.moved(staff, "appoint-committee", near(&cast)).await.expect(200);
    let tie = json!({ "interests": "The driver is my brother" });
    case.moved(&member.client, "declare-interests", tie).await.expect(204);
    case.seen_by(&member.client).await.refused(404, "not_found");
    let seen = case.seen_by(staff).await.expect(200);
    assert!(seen["committee"].to_string().contains("The driver is my brother"), "{seen}");
    assert!(!case.reporter.get("/my-case").await.text().contains("brother"));
    let refused = case.moved(staff, "appoint-committee", near(&cast)).await;
    assert_eq!(refused.refused(422, "invalid"), ["/members/0/account_id conflict_of_interest"]);
    for person in [&cast.near.company, &cast.near.authority] {
        declared(&case, person).await;
    }
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(staff, "propose", proposal).await.refused(409, "committee_incomplete");
}

async fn who_is_named_again_keeps_the_declaration_and_who_is_not_leaves(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let (staff, near) = (&cast.staff.client, &cast.near);
    case.moved(staff, "appoint-committee", self::near(&cast)).await.expect(200);
    declared(&case, &near.company).await;
    let second = second_representative(&world, &cast).await;
    let anew = seats(&[(&second, "community"), (&near.company, "company"), (&near.authority, "authority")]);
    let seen = case.moved(staff, "appoint-committee", anew).await.expect(200);
    let members = seen["committee"].as_array().unwrap();
    let standing: Vec<(&Value, bool)> =
        members.iter().map(|member| (&member["person"]["id"], member["declared_at"].is_string())).collect();
    let expected = [(&second, false), (&near.company, true), (&near.authority, false)];
    let ids = expected.map(|(person, declared)| (json!(person.id), declared));
    assert_eq!(standing, ids.iter().map(|(id, declared)| (id, *declared)).collect::<Vec<_>>());
    case.seen_by(&near.community.client).await.refused(404, "not_found");
    case.seen_by(&second.client).await.expect(200);
    // Told each time of whom a declaration is still wanted.
    for (person, times) in [(&second, 1), (&near.company, 1), (&near.authority, 2)] {
        let told = person.client.get("/notifications").await.expect(200);
        let seats = told["items"].as_array().unwrap().iter().filter(|item| item["kind"] == "seat_in_committee");
        assert_eq!(seats.count(), times, "{told}");
    }
}

async fn a_member_of_the_community_reaches_what_was_released_and_no_more(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let member = &cast.near.community.client;
    let count = || async {
        let counts = member.get("/grievances/counts").await.expect(200);
        counts["by_state"].as_array().unwrap().iter().map(|state| state["count"].as_i64().unwrap()).sum::<i64>()
    };
    case.seen_by(member).await.refused(404, "not_found");
    assert_eq!(count().await, 0);
    case.moved(&cast.staff.client, "appoint-committee", near(&cast)).await.expect(200);
    let seen = case.seen_by(member).await;
    let view = seen.expect(200);
    assert_eq!(view["audience"], "respondent");
    assert_eq!((&view["seat"]["side"], &view["seat"]["declared_at"]), (&json!("community"), &Value::Null));
    assert!(view["summary"].as_str().unwrap().starts_with("Residents report dust"));
    for canary in ["Айгүл", "Кендин жүк", "Күнүнө бир жолу", "narrative"] {
        assert!(!seen.text().contains(canary), "{canary} in {}", seen.text());
    }
    assert_eq!(count().await, 1);
    let list = member.get("/grievances").await.expect(200);
    assert_eq!(list["items"][0]["reference"], json!(case.reference));
    case.seen_by(&cast.far.community.client).await.refused(404, "not_found");
    let path = format!("{}/declare-interests", case.path());
    cast.far.community.client.post(&path, json!({})).at(1).await.refused(404, "not_found");
}

async fn the_reporter_sees_who_sits_and_the_company_does_not(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    case.moved(&cast.staff.client, "appoint-committee", near(&cast)).await.expect(200);
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["escalation_level"], 2);
    let sides: Vec<&Value> = own["committee"].as_array().unwrap().iter().map(|seat| &seat["side"]).collect();
    assert_eq!(sides, ["community", "company", "authority"]);
    assert!(!own.to_string().contains(&cast.near.community.id.to_string()), "names, and no accounts");
    let theirs = case.seen_by(&cast.near.company.client).await.expect(200);
    assert_eq!(theirs["committee"], Value::Null);
}

async fn the_third_level_is_outside_and_the_last(world: World) {
    let cast = world.cast().await;
    let case = contested(&world, &cast).await;
    let staff = &cast.staff.client;
    case.moved(staff, "appoint-committee", near(&cast)).await.expect(200);
    for person in [&cast.near.community, &cast.near.company, &cast.near.authority] {
        declared(&case, person).await;
    }
    let proposal = json!({ "remedy": "The company waters the road twice a day." });
    case.moved(staff, "propose", proposal.clone()).await.expect(200);
    let reason = json!({ "reason": "Дагы эле аз." });
    case.own_move("contest", reason.clone()).await.expect(200);
    let without = case.moved(staff, "escalate", json!({ "note": "Nobody agrees" })).await;
    assert_eq!(without.refused(422, "invalid"), ["/external_body required"]);
    let outside = json!({ "note": "Nobody agrees", "external_body": "The Ombudsman" });
    let third = case.moved(staff, "escalate", outside).await.expect(200);
    assert_eq!((&third["escalation_level"], &third["external_body"]), (&json!(3), &json!("The Ombudsman")));
    let own = case.reporter.get("/my-case").await.expect(200);
    assert_eq!(own["external_body"], "The Ombudsman");
    assert!(!own.to_string().contains("Nobody agrees"));
    case.seen_by(&cast.near.community.client).await.refused(404, "not_found");
    case.moved(staff, "appoint-committee", near(&cast)).await.refused(409, "not_at_committee_level");
    case.moved(staff, "propose", proposal).await.expect(200);
    case.own_move("contest", reason).await.expect(200);
    case.moved(staff, "escalate", json!({ "note": "Once more" })).await.refused(409, "highest_level");
}
