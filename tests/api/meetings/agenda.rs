//! What is to be spoken of: who proposes, who decides, and who sees how much of it.

use std::future::IntoFuture;

use serde_json::{Value, json};

use super::{decided, invited, moved, opened, path_of, planned, proposed};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    each_side_proposes_while_the_agenda_is_open_and_the_facilitator_decides;
    the_facilitator_puts_the_agenda_in_order;
    a_proposal_names_words_or_a_record_that_its_proposer_reaches;
    what_is_only_proposed_is_between_the_proposer_and_the_programme;
    a_proposal_is_taken_back_by_who_made_it_and_by_nobody_else;
    an_item_shows_no_more_of_a_record_than_its_reader_reaches;
    a_case_of_the_protection_track_leaves_every_agenda;
    a_case_put_on_an_agenda_while_it_goes_to_protection_is_on_none;
}

async fn each_side_proposes_while_the_agenda_is_open_and_the_facilitator_decides(world: World) {
    let cast = world.cast().await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let made = opened(&cast, json!({})).await;
    let item = proposed(company, &made, json!({ "topic": "Жолдун чаңы", "note": "Жайында көп." })).await;
    assert_eq!(
        (&item["state"], &item["side"], &item["own"], &item["actions"]),
        (&json!("proposed"), &json!("company"), &json!(true), &json!(["withdraw_agenda_item"]))
    );
    let seen = staff.get(&path_of(&made)).await.expect(200)["agenda"][0].clone();
    assert_eq!(seen["actions"], json!(["accept_agenda_item", "decline_agenda_item"]));
    assert_eq!(seen["note"], "Жайында көп.");
    decided(&cast.second_staff.client, &seen, "accept", json!({})).await.refused(409, "not_the_facilitator");
    let reply = decided(staff, &seen, "decline", json!({ "reason": "  " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/reason too_short"]);
    let declined = decided(staff, &seen, "decline", json!({ "reason": "Next time." })).await.expect(200);
    let theirs = company.get(&path_of(&made)).await.expect(200)["agenda"][0].clone();
    assert_eq!((&theirs["state"], &theirs["reason"]), (&json!("declined"), &json!("Next time.")));
    let accepted = decided(staff, &declined, "accept", json!({})).await.expect(200);
    assert_eq!(accepted["state"], "accepted");
    decided(staff, &declined, "accept", json!({})).await.refused(412, "stale");
    moved(staff, &made, "invite", json!({})).await;
    let path = format!("{}/agenda-items", path_of(&made));
    company.post(&path, json!({ "topic": "Суу" })).once().await.refused(409, "agenda_closed");
    proposed(staff, &made, json!({ "topic": "Суу" })).await;
}

fn agenda_of(meeting: &Value) -> Vec<Value> {
    let accepted = meeting["agenda"].as_array().unwrap().iter().filter(|item| item["state"] == "accepted");
    accepted.map(|item| item["topic"].clone()).collect()
}

async fn the_facilitator_puts_the_agenda_in_order(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = opened(&cast, json!({})).await;
    let mut ids = vec![];
    for topic in ["One topic", "Two topics", "Three topics"] {
        let item = proposed(staff, &made, json!({ "topic": topic })).await;
        ids.push(decided(staff, &item, "accept", json!({})).await.expect(200)["id"].clone());
    }
    let open = proposed(staff, &made, json!({ "topic": "Four topics" })).await;
    ids.reverse();
    let ordered = moved(staff, &made, "order-agenda", json!({ "items": ids })).await;
    assert_eq!(agenda_of(&ordered), ["Three topics", "Two topics", "One topic"]);
    assert_eq!(ordered["agenda"][3]["topic"], "Four topics", "what is only proposed comes last");
    let other = super::tried(&cast.second_staff.client, &made, "order-agenda", json!({ "items": ids })).await;
    other.refused(409, "not_the_facilitator");
    let with_open: Vec<&Value> = ids.iter().chain([&open["id"]]).collect();
    let twice: Vec<&Value> = ids.iter().take(2).chain(ids.iter().take(1)).collect();
    for wrong in [json!(ids[..2]), json!(with_open), json!(twice)] {
        let reply = super::tried(staff, &made, "order-agenda", json!({ "items": wrong })).await;
        assert_eq!(reply.refused(422, "invalid"), ["/items not_the_agenda"]);
    }
    assert_eq!(agenda_of(&staff.get(&path_of(&made)).await.expect(200)).len(), 3);
}

async fn a_proposal_names_words_or_a_record_that_its_proposer_reaches(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({ "visibility": "public" })).await;
    let path = format!("{}/agenda-items", path_of(&made));
    let hidden = world.accepted(&cast, &cast.near).await;
    let protected = world.protected(&cast, &cast.near).await;
    let near = &cast.near;
    let unknown = json!(uuid::Uuid::new_v4());
    for (client, body, refused) in [
        (&near.company.client, json!({}), "/topic one_of_these"),
        (&near.company.client, json!({ "topic": "Dust", "impact_id": unknown }), "/topic one_of_these"),
        (&near.company.client, json!({ "topic": "    " }), "/topic too_short"),
        (&near.company.client, json!({ "grievance_id": hidden.id }), "/grievance_id unknown"),
        (&near.community.client, json!({ "grievance_id": protected.id }), "/grievance_id unknown"),
        (&cast.staff.client, json!({ "grievance_id": protected.id }), "/grievance_id unknown"),
        (&cast.protection.client, json!({ "grievance_id": protected.id }), "/grievance_id on_the_protection_track"),
        (&near.company.client, json!({ "impact_id": unknown }), "/impact_id unknown"),
        (&near.company.client, json!({ "agreement_id": unknown }), "/agreement_id unknown"),
        (&near.company.client, json!({ "commitment_id": unknown }), "/commitment_id unknown"),
    ] {
        let reply = client.post(&path, body).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let promise = crate::commitments::promised(&cast, json!({})).await;
    let item = proposed(&near.community.client, &made, json!({ "commitment_id": promise["id"] })).await;
    assert_eq!((&item["kind"], &item["subject"]["title"]), (&json!("commitment"), &promise["what"]));
    let impact = crate::impacts::published(&cast.staff.client, crate::impacts::impact(&cast, "Dust")).await;
    let item = proposed(&near.community.client, &made, json!({ "impact_id": impact["id"] })).await;
    assert_eq!((&item["kind"], &item["subject"]["title"]), (&json!("impact"), &impact["title"]));
    let owner = crate::commitments::organisation_of(&near.company.client).await;
    let draft = crate::agreements::draft(&cast, &owner);
    let draft = cast.staff.client.post("/agreements", draft).once().await.expect(201);
    let reply = near.company.client.post(&path, json!({ "agreement_id": draft["id"] })).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/agreement_id unknown"], "a draft is the programme's own");
    let item = proposed(&cast.staff.client, &made, json!({ "agreement_id": draft["id"] })).await;
    assert_eq!((&item["kind"], &item["subject"]["title"]), (&json!("agreement"), &draft["title"]));
}

async fn what_is_only_proposed_is_between_the_proposer_and_the_programme(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({ "visibility": "public" })).await;
    let (company, community) = (&cast.near.company.client, &cast.near.community.client);
    let item = proposed(community, &made, json!({ "topic": "Жолдун чаңы", "note": "Канарейка" })).await;
    let agenda = |seen: Value| seen["agenda"].clone();
    assert_eq!(agenda(company.get(&path_of(&made)).await.expect(200)), json!([]));
    decided(company, &item, "withdraw", Value::Null).await.refused(404, "not_found");
    let mine = agenda(community.get(&path_of(&made)).await.expect(200));
    assert_eq!(mine[0]["note"], "Канарейка");
    let reason = json!({ "reason": "Канарейка: it is urgent." });
    decided(&cast.staff.client, &item, "accept", reason).await.expect(200);
    let seen = company.get(&path_of(&made)).await;
    assert_eq!(seen.expect(200)["agenda"][0]["topic"], "Жолдун чаңы");
    assert!(!seen.text().contains("анарейка"), "{}", seen.text());
    assert!(!seen.text().contains(&cast.near.community.id.to_string()), "{}", seen.text());
}

async fn a_proposal_is_taken_back_by_who_made_it_and_by_nobody_else(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = opened(&cast, json!({})).await;
    let item = proposed(company, &made, json!({ "topic": "Жолдун чаңы" })).await;
    decided(&cast.staff.client, &item, "withdraw", Value::Null).await.refused(409, "not_the_proposer");
    let gone = decided(company, &item, "withdraw", Value::Null).await.expect(200);
    assert_eq!((&gone["state"], &gone["actions"]), (&json!("withdrawn"), &json!([])));
    decided(&cast.staff.client, &gone, "accept", json!({})).await.refused(409, "not_in_this_state");
}

async fn seen_item(client: &Client, meeting: &Value) -> Value {
    client.get(&path_of(meeting)).await.expect(200)["agenda"][0].clone()
}

async fn an_item_shows_no_more_of_a_record_than_its_reader_reaches(world: World) {
    let cast = world.cast().await;
    let near = &cast.near;
    let made = opened(&cast, json!({ "visibility": "public" })).await;
    let case = world.accepted(&cast, near).await;
    let item = json!({ "grievance_id": case.id, "note": "Канарейка-Айгүл" });
    let item = proposed(&cast.staff.client, &made, item).await;
    decided(&cast.staff.client, &item, "accept", json!({ "reason": "Канарейка-Себеп" })).await.expect(200);
    assert_eq!(seen_item(&cast.second_staff.client, &made).await["subject"]["title"], case.reference);
    for person in [&near.company, &near.authority, &near.community] {
        let seen = person.client.get(&path_of(&made)).await;
        let item = seen.expect(200)["agenda"][0].clone();
        assert_eq!(
            (&item["kind"], &item["subject"], &item["topic"], &item["state"]),
            (&Value::Null, &Value::Null, &Value::Null, &json!("accepted"))
        );
        for word in ["анарейка", &case.reference, &case.id.to_string()] {
            assert!(!seen.text().contains(word), "{word}: {}", seen.text());
        }
    }
    let released = world.released(&cast, near).await;
    let item =
        proposed(&near.company.client, &made, json!({ "grievance_id": released.id, "note": "Биз жооп беребиз." }));
    assert_eq!(item.await["subject"]["title"], released.reference);
    let made =
        opened(&cast, json!({ "visibility": "public", "starts_at": super::at(12, 4), "ends_at": super::at(12, 5) }));
    let made = made.await;
    invited(&cast, &made, json!({ "account_id": cast.far.company.id })).await;
    let item = proposed(&cast.staff.client, &made, json!({ "grievance_id": released.id })).await;
    decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    assert_eq!(seen_item(&near.company.client, &made).await["subject"]["title"], released.reference);
    assert_eq!(seen_item(&cast.far.company.client, &made).await["subject"], Value::Null, "another company");
}

async fn a_case_of_the_protection_track_leaves_every_agenda(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let case = world.released(&cast, &cast.near).await;
    let promise = crate::commitments::promised(&cast, json!({ "grievance_id": case.id })).await;
    // One that is of the case by its agreement alone.
    let agreement = crate::agreements::drafted(&cast, json!({ "grievance_id": case.id })).await;
    let agreed = crate::commitments::promised(&cast, json!({ "agreement_id": agreement["id"] })).await;
    for body in [
        json!({ "grievance_id": case.id }),
        json!({ "commitment_id": promise["id"] }),
        json!({ "agreement_id": agreement["id"] }),
        json!({ "commitment_id": agreed["id"] }),
        json!({ "topic": "Суу" }),
    ] {
        let item = proposed(&cast.staff.client, &made, body).await;
        decided(&cast.staff.client, &item, "accept", json!({})).await.expect(200);
    }
    case.moved(&cast.staff.client, "protect", json!({})).await.expect(204);
    for client in [&cast.staff.client, &cast.protection.client] {
        let seen = client.get(&path_of(&made)).await.expect(200);
        assert_eq!(agenda_of(&seen), ["Суу"]);
        assert_eq!(seen["agenda"].as_array().unwrap().len(), 1, "no gap tells of it");
    }
    for promise in [promise, agreed] {
        let path = format!("{}/agenda-items", path_of(&made));
        let reply = cast.protection.client.post(&path, json!({ "commitment_id": promise["id"] })).once().await;
        assert_eq!(reply.refused(422, "invalid"), ["/commitment_id on_the_protection_track"]);
    }
}

async fn a_case_put_on_an_agenda_while_it_goes_to_protection_is_on_none(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let path = format!("{}/agenda-items", path_of(&made));
    for _ in 0..8 {
        let case = world.released(&cast, &cast.near).await;
        let propose = cast.staff.client.post(&path, json!({ "grievance_id": case.id })).once().into_future();
        let protect = case.moved(&cast.staff.client, "protect", json!({}));
        let (proposed, protected) = futures_util::join!(propose, protect);
        protected.expect(204);
        assert!([201, 422].contains(&proposed.status), "{}", proposed.text());
    }
    let seen = cast.protection.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["agenda"], json!([]));
}
