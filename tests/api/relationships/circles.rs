//! Nobody represents oneself, not even through others, whatever is done in whichever order.

use std::collections::HashSet;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::{asked, bond, end, known, path_of, tie};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    a_circle_of_representatives_is_refused;
    a_circle_may_lead_through_what_is_over;
    an_end_is_not_taken_back_into_a_circle;
    no_sequence_of_changes_makes_a_circle;
    two_halves_at_once_make_no_circle;
}

async fn a_circle_of_representatives_is_refused(world: World) {
    let cast = world.cast().await;
    let (one, two, three) = (known(&cast, "Бир").await, known(&cast, "Эки").await, known(&cast, "Үч").await);
    let staff = &cast.staff.client;
    tie(staff, "represents", &one, &two).await;
    let back = asked(staff, bond("represents", &two, &one)).await;
    assert_eq!(back.refused(422, "invalid"), ["/to_id circle"]);
    tie(staff, "represents", &two, &three).await;
    let round = asked(staff, bond("represents", &three, &one)).await;
    assert_eq!(round.refused(422, "invalid"), ["/to_id circle"]);
    // Other words may go round.
    tie(staff, "employed_by", &three, &one).await;
    tie(staff, "represents", &one, &three).await;
    let graph = staff.get("/relationship-graph").await.expect(200);
    assert_eq!(graph["edges"].as_array().unwrap().len(), 4, "what was refused is not there");
}

async fn a_circle_may_lead_through_what_is_over(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бир").await, known(&cast, "Эки").await);
    let staff = &cast.staff.client;
    let first = tie(staff, "represents", &one, &two).await;
    end(staff, &first).await;
    tie(staff, "represents", &two, &one).await;
}

async fn an_end_is_not_taken_back_into_a_circle(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "Бир").await, known(&cast, "Эки").await);
    let staff = &cast.staff.client;
    let first = tie(staff, "represents", &one, &two).await;
    end(staff, &first).await;
    tie(staff, "represents", &two, &one).await;
    let reply = staff.post(&format!("{}/reopen", path_of(&first)), json!({})).at(2).await;
    assert_eq!(reply.refused(422, "invalid"), ["/to_id circle"]);
    assert_eq!(staff.get(&path_of(&first)).await.expect(200)["until"], "2026-06-01");
}

const PEOPLE: usize = 5;
const CHANGES: usize = 40;

/// Something that somebody does: ties two, ends or opens again what was tied before.
#[derive(Clone, Debug)]
enum Change {
    Tie(usize, usize),
    End(usize),
    Reopen(usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = proptest::prop_oneof![
        4 => (0..PEOPLE, 0..PEOPLE).prop_map(|(from, to)| Change::Tie(from, to)),
        1 => (0..CHANGES).prop_map(Change::End),
        2 => (0..CHANGES).prop_map(Change::Reopen),
    ];
    proptest::collection::vec(change, CHANGES)
}

async fn no_sequence_of_changes_makes_a_circle(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let mut runner = TestRunner::default();
    for _ in 0..4 {
        let mut people = vec![];
        for number in 0..PEOPLE {
            people.push(known(&cast, &format!("Киши {number}")).await);
        }
        let sequence = changes().new_tree(&mut runner).unwrap().current();
        let mut made: Vec<String> = vec![];
        for change in &sequence {
            make(staff, change, &people, &mut made).await;
            let held = held(staff, &people).await;
            assert!(is_acyclic(&held), "{sequence:?} leads to {held:?}");
        }
        assert!(!made.is_empty(), "something was tied");
    }
}

async fn make(staff: &Client, change: &Change, people: &[String], made: &mut Vec<String>) {
    match change {
        Change::Tie(from, to) => {
            let reply = asked(staff, bond("represents", &people[*from], &people[*to])).await;
            assert!([201, 422].contains(&reply.status), "{}", reply.text());
            if reply.status == 201 {
                made.push(path_of(&reply.json()));
            }
        }
        Change::End(which) => with(staff, made, *which, "end", json!({ "until": "2026-06-01" })).await,
        Change::Reopen(which) => with(staff, made, *which, "reopen", json!({})).await,
    }
}

async fn with(staff: &Client, made: &[String], which: usize, what: &str, body: Value) {
    if made.is_empty() {
        return;
    }
    let path = &made[which % made.len()];
    let version = staff.get(path).await.expect(200)["version"].clone();
    let reply = staff.post(&format!("{path}/{what}"), body).at(version).await;
    assert!([200, 409, 422].contains(&reply.status), "{}", reply.text());
}

/// Who represents whom now, among these.
async fn held(staff: &Client, people: &[String]) -> Vec<(String, String)> {
    let graph = staff.get("/relationship-graph?kind=represents&limit=500").await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let edges = graph["edges"].as_array().unwrap().iter().map(|edge| (text(&edge["from_id"]), text(&edge["to_id"])));
    edges.filter(|(from, _)| people.contains(from)).collect()
}

/// Whether one after the other can be taken away that represents nobody any more.
fn is_acyclic(edges: &[(String, String)]) -> bool {
    let mut left: HashSet<&(String, String)> = edges.iter().collect();
    loop {
        let from: HashSet<&String> = left.iter().map(|(from, _)| from).collect();
        let before = left.len();
        left.retain(|(_, to)| from.contains(to));
        if left.is_empty() {
            return true;
        }
        if left.len() == before {
            return false;
        }
    }
}

async fn two_halves_at_once_make_no_circle(world: World) {
    let cast = world.cast().await;
    let (staff, second) = (&cast.staff.client, &cast.second_staff.client);
    for number in 0..6 {
        let (one, two) = (known(&cast, &format!("Бир {number}")).await, known(&cast, &format!("Эки {number}")).await);
        let (there, back) = (bond("represents", &one, &two), bond("represents", &two, &one));
        let (first, other) = futures_util::future::join(asked(staff, there), asked(second, back)).await;
        let mut statuses = [first.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 422], "{} {}", first.text(), other.text());
    }
}
