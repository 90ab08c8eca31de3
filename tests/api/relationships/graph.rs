//! What holds now, as nodes and edges.

use serde_json::{Value, json};

use super::{end, known, tie};
use crate::stakeholders::person;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_graph_grows_by_steps_around_somebody;
    kinds_and_places_narrow_the_graph;
    what_is_over_is_not_in_it;
    a_graph_that_is_cut_says_so;
    a_big_employer_is_cut_and_not_read_whole;
    what_can_not_be_asked_is_refused;
}

async fn graph(client: &Client, query: &str) -> Value {
    client.get(&format!("/relationship-graph?{query}")).await.expect(200)
}

fn names(graph: &Value) -> Vec<String> {
    let nodes = graph["nodes"].as_array().unwrap();
    let mut names: Vec<String> = nodes.iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect();
    names.sort_unstable();
    names
}

fn edges(graph: &Value) -> usize {
    graph["edges"].as_array().unwrap().len()
}

/// A - B - C - D in a row, and E beside them with F.
async fn row(cast: &Cast) -> Vec<String> {
    let mut ids = vec![];
    for name in ["A", "B", "C", "D", "E", "F"] {
        ids.push(known(cast, name).await);
    }
    let staff = &cast.staff.client;
    for (from, to, kind) in
        [(0, 1, "employed_by"), (2, 1, "employed_by"), (2, 3, "family_of"), (4, 5, "represents"), (0, 2, "allied_with")]
    {
        tie(staff, kind, &ids[from], &ids[to]).await;
    }
    ids
}

async fn a_graph_grows_by_steps_around_somebody(world: World) {
    let cast = world.cast().await;
    let ids = row(&cast).await;
    let staff = &cast.staff.client;
    let one = graph(staff, &format!("around={}&steps=1", ids[1])).await;
    assert_eq!((names(&one).join(""), edges(&one)), ("ABC".into(), 3), "with what binds them to one another");
    assert_eq!((&one["nodes"][0]["name"], &one["cut"]), (&json!("B"), &json!(false)));
    assert_eq!(one["nodes"][0]["place"]["id"], json!(cast.near.aimak));
    let two = graph(staff, &format!("around={}", ids[1])).await;
    assert_eq!((names(&two).join(""), edges(&two)), ("ABCD".into(), 4));
    assert_eq!(names(&graph(staff, &format!("around={}&steps=4", ids[4])).await).join(""), "EF");
    let all = graph(staff, "").await;
    assert_eq!((names(&all).join(""), edges(&all)), ("ABCDEF".into(), 5));
}

async fn kinds_and_places_narrow_the_graph(world: World) {
    let cast = world.cast().await;
    let ids = row(&cast).await;
    let staff = &cast.staff.client;
    let employed = graph(staff, "kind=employed_by").await;
    assert_eq!((names(&employed).join(""), edges(&employed)), ("ABC".into(), 2));
    assert_eq!(names(&graph(staff, &format!("around={}&kind=family_of&steps=4", ids[2])).await).join(""), "CD");
    let mut far = person(&cast, "G");
    far["place_id"] = json!(cast.far.aimak);
    let far = staff.post("/stakeholders", far).once().await.expect(201);
    tie(staff, "allied_with", &ids[5], far["id"].as_str().unwrap()).await;
    let there = graph(staff, &format!("place_id={}", cast.far.aimak)).await;
    assert_eq!((names(&there).join(""), edges(&there)), ("FG".into(), 1), "and whom they are bound to");
    let here = graph(staff, &format!("around={}&steps=4&place_id={}", ids[4], cast.near.aimak)).await;
    assert_eq!(names(&here).join(""), "EF");
}

async fn what_is_over_is_not_in_it(world: World) {
    let cast = world.cast().await;
    let (one, two) = (known(&cast, "A").await, known(&cast, "B").await);
    let staff = &cast.staff.client;
    let made = tie(staff, "employed_by", &one, &two).await;
    end(staff, &made).await;
    assert_eq!(names(&graph(staff, "").await), Vec::<String>::new());
    assert_eq!(names(&graph(staff, &format!("around={one}")).await), ["A"]);
}

async fn a_graph_that_is_cut_says_so(world: World) {
    let cast = world.cast().await;
    let ids = row(&cast).await;
    let staff = &cast.staff.client;
    let some = graph(staff, &format!("around={}&steps=4&limit=3", ids[1])).await;
    assert_eq!((some["nodes"].as_array().unwrap().len(), &some["cut"]), (3, &json!(true)));
    let all = graph(staff, "limit=4").await;
    assert!(all["nodes"].as_array().unwrap().len() <= 4);
    assert_eq!(all["cut"], json!(true));
    assert_eq!(graph(staff, "limit=6").await["cut"], json!(false));
}

async fn a_big_employer_is_cut_and_not_read_whole(world: World) {
    let cast = world.cast().await;
    let hub = known(&cast, "Комбинат").await;
    let staff = &cast.staff.client;
    for number in 0..14 {
        tie(staff, "employed_by", &known(&cast, &format!("Жумушчу {number}")).await, &hub).await;
    }
    // Three nodes: twelve edges are read of fourteen.
    let some = graph(staff, &format!("around={hub}&steps=1&limit=3")).await;
    assert_eq!((some["nodes"].as_array().unwrap().len(), edges(&some), &some["cut"]), (3, 2, &json!(true)));
}

async fn what_can_not_be_asked_is_refused(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    for (query, refused) in [
        ("steps=5".to_owned(), "?steps too_large"),
        ("limit=501".to_owned(), "?limit too_large"),
        ("kind=friend".to_owned(), "?kind invalid"),
        (format!("around={nobody}"), "?around unknown"),
        (format!("place_id={nobody}"), "?place_id unknown"),
    ] {
        let reply = cast.staff.client.get(&format!("/relationship-graph?{query}")).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{query}");
    }
}
