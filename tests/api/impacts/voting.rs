//! Dot voting.

use diesel::prelude::*;
use maslahat::schema::impact_round_choices;
use serde_json::{Value, json};

use super::{impact, moved, published, record, with};
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_group_votes_with_numbers_and_the_chosen_are_prioritised;
    nobody_votes_twice;
    of_two_ballots_of_one_participant_at_once_one_counts;
    ballots_of_many_at_once_all_count;
    a_ballot_that_can_not_be_is_refused_and_changes_nothing;
    how_it_stands_is_not_told_while_it_is_open;
    hands_are_counted_and_impossible_counts_refused;
    representatives_vote_with_their_accounts;
    what_a_few_chose_is_not_told_outside;
    a_round_that_can_not_be_is_refused;
    a_closed_round_takes_nothing;
    what_a_closed_round_has_chosen_is_prioritised;
    nothing_is_closed_if_one_of_the_chosen_can_not_be;
    a_round_is_the_programmes_own;
}

/// Impacts that were confirmed, by id.
async fn confirmed(cast: &Cast, count: usize) -> Vec<Value> {
    let mut ids = vec![];
    for number in 0..count {
        let made = record(&cast.staff.client, impact(cast, &format!("Таасир {number}"))).await;
        ids.push(moved(&cast.staff.client, &made, &["validate"]).await["id"].clone());
    }
    ids
}

pub fn round(cast: &Cast, impacts: &[Value]) -> Value {
    json!({
        "programme_id": cast.programme, "title": "Women of Barskoon", "method": "ballots", "budget": 3, "numbers": 12,
        "place_id": cast.near.aimak, "impact_ids": impacts,
    })
}

async fn open(client: &Client, body: Value) -> Value {
    client.post("/impact-rounds", body).once().await.expect(201)
}

fn path_of(round: &Value) -> String {
    format!("/impact-rounds/{}", round["id"].as_str().unwrap())
}

fn dots(impacts: &[Value], dots: &[i64]) -> Value {
    let each = impacts.iter().zip(dots).filter(|(_, dots)| **dots > 0);
    each.map(|(id, dots)| json!({ "impact_id": id, "dots": dots })).collect()
}

fn ballot(number: i64, dots: Value) -> Value {
    json!({ "number": number, "dots": dots })
}

async fn sum(world: &World) -> i64 {
    let all: Vec<i64> =
        world.look(|conn| Ok(impact_round_choices::table.select(impact_round_choices::dots).load(conn)?)).await;
    all.iter().sum()
}

async fn a_group_votes_with_numbers_and_the_chosen_are_prioritised(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 3).await);
    let round = open(staff, round(&cast, &ids)).await;
    assert_eq!(round["actions"], json!(["cast_impact_ballot", "close_impact_round"]));
    let ballots = format!("{}/ballots", path_of(&round));
    for (number, given) in [(1, [2, 1, 0]), (2, [0, 3, 0]), (7, [0, 1, 0])] {
        staff.post(&ballots, ballot(number, dots(&ids, &given))).once().await.expect(201);
    }
    let closing = json!({ "chosen": { "impact_ids": [ids[1]], "note": "Chosen by the women of Barskoon." } });
    let closed = staff.post(&format!("{}/close", path_of(&round)), closing).at(1).await.expect(200);
    let result: Vec<_> = closed["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| {
            (
                choice["impact"]["title"].as_str().unwrap(),
                choice["dots"].as_i64().unwrap(),
                choice["share"].as_i64().unwrap(),
                choice["rank"].as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(result, [("Таасир 1", 5, 71, 1), ("Таасир 0", 2, 29, 2), ("Таасир 2", 0, 0, 3)]);
    assert_eq!(
        (&closed["state"], &closed["participants"], &closed["actions"]),
        (&json!("closed"), &json!(3), &json!(["prioritise_impact_round"]))
    );
    assert_eq!(closed["choices"][0]["impact"]["state"], "prioritised");
    let timeline = staff.get(&format!("/impacts/{}/timeline", ids[1].as_str().unwrap())).await.expect(200);
    assert_eq!(timeline["items"][0]["note"], "Chosen by the women of Barskoon.");
}

async fn nobody_votes_twice(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    let ballots = format!("{}/ballots", path_of(&open(staff, round(&cast, &ids)).await));
    let key = uuid::Uuid::new_v4().to_string();
    let first = staff.post(&ballots, ballot(4, dots(&ids, &[1, 2]))).key(&key).await.expect(201);
    // The same one, sent again for want of an answer.
    assert_eq!(staff.post(&ballots, ballot(4, dots(&ids, &[1, 2]))).key(&key).await.expect(201), first);
    let again = staff.post(&ballots, ballot(4, dots(&ids, &[3, 0]))).once().await;
    again.refused(409, "already_voted");
    assert_eq!(sum(&world).await, 3);
}

async fn of_two_ballots_of_one_participant_at_once_one_counts(world: World) {
    let cast = world.cast().await;
    let ids = confirmed(&cast, 2).await;
    let round = open(&cast.staff.client, round(&cast, &ids)).await;
    let tries = (0..6).map(|number| {
        let client = if number % 2 == 0 { cast.staff.client.clone() } else { cast.second_staff.client.clone() };
        let (path, body) = (format!("{}/ballots", path_of(&round)), ballot(5, dots(&ids, &[1, 2])));
        async move { client.post(&path, body).once().await.status }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [201, 409, 409, 409, 409, 409]);
    assert_eq!(sum(&world).await, 3);
    let seen = cast.staff.client.get(&path_of(&round)).await.expect(200);
    assert_eq!(seen["participants"], 1);
}

async fn ballots_of_many_at_once_all_count(world: World) {
    let cast = world.cast().await;
    let ids = confirmed(&cast, 2).await;
    let round = open(&cast.staff.client, round(&cast, &ids)).await;
    let all = (1..=12).map(|number| {
        let (client, path) = (cast.staff.client.clone(), format!("{}/ballots", path_of(&round)));
        let body = ballot(number, dots(&ids, &[1, 2]));
        async move { client.post(&path, body).once().await.status }
    });
    let answers = futures_util::future::join_all(all).await;
    assert!(answers.iter().all(|status| *status == 201), "{answers:?}");
    assert_eq!(sum(&world).await, 36);
    let seen = cast.staff.client.get(&path_of(&round)).await.expect(200);
    assert_eq!(seen["participants"], 12);
}

async fn a_ballot_that_can_not_be_is_refused_and_changes_nothing(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 3).await);
    let ballots = format!("{}/ballots", path_of(&open(staff, round(&cast, &ids[..2])).await));
    let twice = json!([{ "impact_id": ids[0], "dots": 1 }, { "impact_id": ids[0], "dots": 1 }]);
    let none = json!([{ "impact_id": ids[0], "dots": 0 }]);
    for (body, refused) in [
        (ballot(1, dots(&ids, &[2, 2])), "/dots over_the_budget"),
        (ballot(1, none), "/dots empty"),
        (ballot(1, json!([])), "/dots too_short"),
        (ballot(1, twice), "/dots/1/impact_id duplicate"),
        (ballot(1, dots(&ids, &[1, 1, 1])), "/dots/2/impact_id unknown"),
        (ballot(13, dots(&ids, &[1])), "/number unknown"),
        (json!({ "dots": dots(&ids, &[1]) }), "/number required"),
    ] {
        assert_eq!(staff.post(&ballots, body).once().await.refused(422, "invalid"), [refused]);
    }
    assert_eq!(sum(&world).await, 0);
}

async fn how_it_stands_is_not_told_while_it_is_open(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    let round = open(staff, round(&cast, &ids)).await;
    let path = format!("{}/ballots", path_of(&round));
    let seen = staff.post(&path, ballot(1, dots(&ids, &[0, 3]))).once().await.expect(201);
    assert_eq!(seen["participants"], 1);
    for choice in seen["choices"].as_array().unwrap() {
        assert_eq!((&choice["dots"], &choice["share"], &choice["rank"]), (&json!(null), &json!(null), &json!(null)));
    }
}

async fn hands_are_counted_and_impossible_counts_refused(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    let body = with(round(&cast, &ids), json!({ "method": "show_of_hands", "numbers": 0, "budget": 2 }));
    let round = open(staff, body).await;
    assert_eq!(round["actions"], json!(["count_impact_hands", "close_impact_round"]));
    let hands = format!("{}/hands", path_of(&round));
    let count =
        |participants: i64, given: [i64; 2]| json!({ "participants": participants, "dots": dots(&ids, &given) });
    let reply = staff.post(&hands, count(10, [15, 6])).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/dots more_than_the_hands"]);
    let counted = staff.post(&hands, count(10, [15, 5])).at(1).await.expect(200);
    assert_eq!((&counted["participants"], &counted["choices"][0]["dots"]), (&json!(10), &json!(15)));
    staff.post(&hands, count(10, [1, 1])).at(1).await.refused(412, "stale");
    let again = staff.post(&hands, count(10, [0, 12])).at(2).await.expect(200);
    assert_eq!(again["choices"][0]["dots"], 0, "a new count stands in place of the one before");
    let ballot = staff.post(&format!("{}/ballots", path_of(&round)), ballot(1, dots(&ids, &[1]))).once().await;
    assert_eq!(ballot.refused(422, "invalid"), ["/number unknown"]);
    let closed = staff.post(&format!("{}/close", path_of(&round)), json!({})).at(3).await.expect(200);
    assert_eq!((&closed["choices"][0]["share"], &closed["choices"][0]["impact"]["id"]), (&json!(100), &ids[1]));
}

async fn representatives_vote_with_their_accounts(world: World) {
    let cast = world.cast().await;
    let (staff, own) = (&cast.staff.client, &cast.near.community.client);
    let mut ids = vec![];
    for title in ["Чаң", "Суу"] {
        ids.push(published(staff, impact(&cast, title)).await["id"].clone());
    }
    let inside = open(staff, round(&cast, &ids)).await;
    let opened = open(staff, with(round(&cast, &ids), json!({ "by_account": true }))).await;
    own.get(&path_of(&inside)).await.refused(404, "not_found");
    let seen = own.get(&path_of(&opened)).await.expect(200);
    assert_eq!((&seen["has_voted"], &seen["actions"]), (&json!(false), &json!(["cast_impact_ballot"])));
    let ballots = format!("{}/ballots", path_of(&opened));
    let numbered = own.post(&ballots, ballot(1, dots(&ids, &[1]))).once().await;
    assert_eq!(numbered.refused(422, "invalid"), ["/number not_with_an_account"]);
    let body = json!({ "dots": dots(&ids, &[1, 2]) });
    let voted = own.post(&ballots, body.clone()).once().await.expect(201);
    assert_eq!((&voted["has_voted"], &voted["actions"]), (&json!(true), &json!([])));
    own.post(&ballots, body.clone()).once().await.refused(409, "already_voted");
    let list = own.get("/impact-rounds").await.expect(200);
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    for person in [&cast.far.community, &cast.other_staff] {
        person.client.get(&path_of(&opened)).await.refused(404, "not_found");
        person.client.post(&ballots, body.clone()).once().await.refused(404, "not_found");
        assert_eq!(person.client.get("/impact-rounds").await.expect(200)["items"], json!([]));
    }
    assert_eq!(sum(&world).await, 3);
}

async fn what_a_few_chose_is_not_told_outside(world: World) {
    let cast = world.cast().await;
    let (staff, own) = (&cast.staff.client, &cast.near.community.client);
    let mut ids = vec![];
    for title in ["Чаң", "Суу"] {
        ids.push(published(staff, impact(&cast, title)).await["id"].clone());
    }
    for (voters, told) in [(4, false), (7, true)] {
        let round = open(staff, with(round(&cast, &ids), json!({ "by_account": true }))).await;
        for number in 1..=voters {
            let path = format!("{}/ballots", path_of(&round));
            staff.post(&path, ballot(number, dots(&ids, &[0, 2]))).once().await.expect(201);
        }
        staff.post(&format!("{}/close", path_of(&round)), json!({})).at(1).await.expect(200);
        let seen = own.get(&path_of(&round)).await.expect(200);
        let first = &seen["choices"][0];
        assert_eq!(first["dots"], json!(null));
        let (participants, share) = if told { (json!(5), json!(100)) } else { (json!(null), json!(null)) };
        assert_eq!((&seen["participants"], &first["share"]), (&participants, &share));
        assert_eq!(first["impact"]["id"], if told { ids[1].clone() } else { ids[0].clone() }, "nor by the order");
    }
}

async fn a_round_that_can_not_be_is_refused(world: World) {
    let cast = world.cast().await;
    let ids = confirmed(&cast, 2).await;
    let nobody = json!(uuid::Uuid::new_v4());
    for (more, refused) in [
        (json!({ "title": "   " }), vec!["/title too_short"]),
        (json!({ "numbers": 0 }), vec!["/numbers required"]),
        (json!({ "budget": 0 }), vec!["/budget too_small"]),
        (json!({ "method": "show_of_hands" }), vec!["/numbers not_for_a_show_of_hands"]),
        (json!({ "impact_ids": [ids[0]] }), vec!["/impact_ids too_short"]),
        (json!({ "impact_ids": [ids[0], ids[0]] }), vec!["/impact_ids/1 duplicate"]),
        (json!({ "impact_ids": [ids[0], nobody] }), vec!["/impact_ids/1 unknown"]),
        (json!({ "by_account": true, "place_id": null }), vec!["/place_id required"]),
        (json!({ "by_account": true }), vec!["/impact_ids/0 not_published", "/impact_ids/1 not_published"]),
        (json!({ "programme_id": nobody }), vec!["/programme_id unknown"]),
        (json!({ "site_id": nobody }), vec!["/site_id unknown"]),
        (json!({ "place_id": nobody }), vec!["/place_id unknown"]),
    ] {
        let reply = cast.staff.client.post("/impact-rounds", with(round(&cast, &ids), more)).once().await;
        assert_eq!(reply.refused(422, "invalid"), refused);
    }
    let reply = cast.other_staff.client.post("/impact-rounds", round(&cast, &ids)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn a_closed_round_takes_nothing(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    let round = open(staff, round(&cast, &ids)).await;
    let close = format!("{}/close", path_of(&round));
    staff.post(&close, json!({})).at(1).await.expect(200);
    let late = staff.post(&format!("{}/ballots", path_of(&round)), ballot(1, dots(&ids, &[1]))).once().await;
    late.refused(409, "round_is_closed");
    staff.post(&close, json!({})).at(2).await.refused(409, "round_is_closed");
    let hands = json!({ "participants": 1, "dots": dots(&ids, &[1]) });
    staff.post(&format!("{}/hands", path_of(&round)), hands).at(2).await.refused(409, "round_is_closed");
}

async fn what_a_closed_round_has_chosen_is_prioritised(world: World) {
    let cast = world.cast().await;
    let (staff, ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    let round = open(staff, round(&cast, &ids)).await;
    let path = format!("{}/prioritise", path_of(&round));
    let chosen = json!({ "impact_ids": ids, "note": "Chosen by the women of Barskoon." });
    staff.post(&path, chosen.clone()).at(1).await.refused(409, "round_is_open");
    staff.post(&format!("{}/close", path_of(&round)), json!({})).at(1).await.expect(200);
    staff.post(&path, chosen.clone()).at(1).await.refused(412, "stale");
    let done = staff.post(&path, chosen.clone()).at(2).await.expect(200);
    assert_eq!((&done["choices"][1]["impact"]["state"], &done["actions"]), (&json!("prioritised"), &json!([])));
    let again = staff.post(&path, chosen).at(3).await;
    assert_eq!(again.refused(422, "invalid"), ["/impact_ids/0 not_validated"]);
}

async fn nothing_is_closed_if_one_of_the_chosen_can_not_be(world: World) {
    let cast = world.cast().await;
    let (staff, mut ids) = (&cast.staff.client, confirmed(&cast, 2).await);
    ids.push(record(staff, impact(&cast, "Жаңы")).await["id"].clone());
    let round = open(staff, round(&cast, &ids[1..])).await;
    let close = format!("{}/close", path_of(&round));
    for (chosen, refused) in
        [(&ids[2], "/chosen/impact_ids/1 not_validated"), (&ids[0], "/chosen/impact_ids/1 unknown")]
    {
        let body = json!({ "chosen": { "impact_ids": [ids[1], chosen], "note": "Because." } });
        assert_eq!(staff.post(&close, body).at(1).await.refused(422, "invalid"), [refused]);
    }
    let silent = staff.post(&close, json!({ "chosen": { "impact_ids": [ids[1]] } })).at(1).await;
    assert_eq!(silent.refused(422, "invalid"), ["/chosen/note required"]);
    assert_eq!(staff.get(&path_of(&round)).await.expect(200)["state"], "open");
    let first = staff.get(&format!("/impacts/{}", ids[1].as_str().unwrap())).await.expect(200);
    assert_eq!(first["state"], "validated");
}

async fn a_round_is_the_programmes_own(world: World) {
    let cast = world.cast().await;
    let ids = confirmed(&cast, 2).await;
    let round = open(&cast.staff.client, round(&cast, &ids)).await;
    let path = path_of(&round);
    for client in [&cast.other_staff.client, &cast.near.community.client] {
        client.get(&path).await.refused(404, "not_found");
    }
    for client in [&cast.near.company.client, &cast.near.authority.client, &cast.admin.client, &cast.partner] {
        client.get(&path).await.refused(403, "forbidden");
    }
    let trail = format!("/audit/entries?subject_kind=impact_round&subject_id={}", round["id"].as_str().unwrap());
    let entries = cast.protection.client.get(&trail).await.expect(200);
    assert_eq!(entries["items"][0]["operation"], "create_impact_round");
    assert_eq!(cast.admin.client.get(&trail).await.expect(200)["items"], json!([]));
}
