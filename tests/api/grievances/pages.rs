//! Pages of the list of cases, and the cursors between them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use maslahat::db::search::{self, Document, Kind};
use maslahat::db::types::Moment;
use maslahat::grievances::GrievanceId;
use maslahat::schema::grievances;
use serde_json::{Value, json};

use super::lists::{references, some};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    pages_follow_each_other_without_gap_or_repeat;
    each_order_is_kept_across_pages;
    a_page_of_a_company_tells_no_time;
    a_page_after_a_case_out_of_reach_is_like_one_after_no_case;
    papers_that_were_entered_late_are_found_once_and_by_whatever_way;
    a_page_goes_on_where_the_one_before_ended_whatever_became_of_its_last_case;
    a_page_of_a_company_takes_no_time;
}

async fn all_pages(client: &Client, query: &str) -> Vec<String> {
    let mut found = vec![];
    let mut after = String::new();
    loop {
        let page = client.get(&format!("/grievances?limit=2{query}{after}")).await.expect(200);
        found.extend(references(&page));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

async fn pages_follow_each_other_without_gap_or_repeat(world: World) {
    let cast = world.cast().await;
    let mut made = some(&world, &cast, 5).await;
    made.reverse();
    assert_eq!(all_pages(&cast.staff.client, "").await, made);
}

async fn each_order_is_kept_across_pages(world: World) {
    let cast = world.cast().await;
    let made = some(&world, &cast, 5).await;
    assert_eq!(all_pages(&cast.staff.client, "&sort=oldest").await, made);
    assert_eq!(all_pages(&cast.staff.client, "&sort=due").await, made);
    let newest: Vec<String> = made.iter().rev().cloned().collect();
    assert_eq!(all_pages(&cast.staff.client, "&sort=updated").await, newest);
}

async fn a_page_of_a_company_tells_no_time(world: World) {
    let cast = world.cast().await;
    for _ in 0..3 {
        world.released(&cast, &cast.near).await;
    }
    let page = cast.near.company.client.get("/grievances?limit=2").await.expect(200);
    let day = chrono::Utc::now().format("%Y-%m-%d").to_string();
    assert!(!page["items"].to_string().contains(&day), "{page}");
    for item in page["items"].as_array().unwrap() {
        let id: uuid::Uuid = item["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(id.get_version_num(), 4, "a time-ordered id tells the minute");
    }
}

async fn a_page_after_a_case_out_of_reach_is_like_one_after_no_case(world: World) {
    let cast = world.cast().await;
    let protected = world.protected(&cast, &cast.near).await;
    let unreleased = world.accepted(&cast, &cast.near).await;
    let after = |id: &dyn ToString| URL_SAFE_NO_PAD.encode(format!("\u{1f}{}", id.to_string()));
    let none = after(&GrievanceId::random());
    for (client, case) in [(&cast.staff.client, &protected), (&cast.near.company.client, &unreleased)] {
        for cursor in [&none, &after(&case.id)] {
            for query in ["", "&sort=due", "&sort=updated", "&q=сууунаа", "&q=сууунаа&sort=due"] {
                let reply = client.get(&format!("/grievances?after={cursor}{query}")).await;
                assert_eq!(reply.refused(422, "invalid"), ["?after unknown"], "{query}");
            }
        }
    }
}

/// What a cursor is made of.
fn told(cursor: &Value) -> (String, String) {
    let plain = URL_SAFE_NO_PAD.decode(cursor.as_str().unwrap()).unwrap();
    let (key, id) = std::str::from_utf8(&plain).unwrap().split_once('\u{1f}').unwrap();
    (key.to_owned(), id.to_owned())
}

fn cursor(key: &str, id: &dyn ToString) -> String {
    URL_SAFE_NO_PAD.encode(format!("{key}\u{1f}{}", id.to_string()))
}

/// So many hits that are in no list, and numbered between the cases, that a search goes over to the list behind them.
async fn hits_between(world: &World) {
    world
        .change(|conn| {
            let documents = (0..6_000).map(|number| Document {
                kind: Kind::GrievanceStaff,
                id: format!("none {number}"),
                text: "Айыл чаңга толду".into(),
            });
            search::append(conn, &documents.collect::<Vec<_>>())
        })
        .await;
}

async fn papers_that_were_entered_late_are_found_once_and_by_whatever_way(world: World) {
    let cast = world.cast().await;
    let mut made = some(&world, &cast, 4).await;
    hits_between(&world).await;
    let later = some(&world, &cast, 4).await;
    // Two of the later ones had come before all others.
    let papers = vec![later[0].clone(), later[2].clone()];
    world
        .change(move |conn| {
            let came = Moment::from(chrono::Utc::now() - chrono::TimeDelta::days(60));
            let papers = grievances::table.filter(grievances::reference.eq_any(papers));
            Ok(diesel::update(papers).set(grievances::submitted_at.eq(came)).execute(conn)?)
        })
        .await;
    made.extend(later);
    made.sort_unstable();
    for sort in ["newest", "oldest"] {
        let (mut found, mut ids, mut after, mut ways) = (vec![], vec![], String::new(), vec![]);
        loop {
            let path = format!("/grievances?q=чаңга&sort={sort}&limit=2{after}");
            let page = cast.staff.client.get(&path).await.expect(200);
            found.extend(references(&page));
            ids.extend(page["items"].as_array().unwrap().iter().map(|case| case["id"].as_str().unwrap().to_owned()));
            if page["next"].is_null() {
                break;
            }
            // How many hits there are of what the actor reads nothing of is not said.
            assert_eq!(page.get("looked_through"), None, "{sort}");
            // Whatever it names was shown, or could have been.
            let (key, last) = told(&page["next"]);
            assert!(ids.contains(&last), "{sort}: {last}");
            match key.strip_prefix("list/") {
                None => assert_eq!(key, "", "{sort}"),
                Some(since) => assert!(ids.iter().any(|id| id == since), "{sort}: {key}"),
            }
            ways.push(!key.is_empty());
            after = format!("&after={}", page["next"].as_str().unwrap());
        }
        assert!(ways.is_sorted() && ways.contains(&false) && ways.contains(&true), "{sort}: {ways:?}");
        found.sort_unstable();
        assert_eq!(found, made, "{sort}");
    }
}

async fn a_page_goes_on_where_the_one_before_ended_whatever_became_of_its_last_case(world: World) {
    let cast = world.cast().await;
    let mut cases = vec![];
    for _ in 0..5 {
        cases.push(world.case(&cast.near).await);
    }
    let staff = &cast.staff.client;
    for words in ["", "&q=чаңга"] {
        let path = format!("/grievances?sort=updated&limit=2{words}");
        let first = staff.get(&path).await.expect(200);
        let last = references(&first)[1].clone();
        let case = cases.iter().find(|case| case.reference == last).unwrap();
        case.moved(staff, "acknowledge", json!({})).await.expect(200);
        let rest = staff.get(&format!("{path}&after={}", first["next"].as_str().unwrap())).await.expect(200);
        let shown = references(&first);
        assert_eq!(references(&rest).len(), 2, "{words}");
        assert!(references(&rest).iter().all(|reference| !shown.contains(reference)), "{words}: {rest}");
    }
    for words in ["", "&q=чаңга"] {
        let path = format!("/grievances?sort=due&limit=2{words}");
        let first = staff.get(&path).await.expect(200);
        let last: GrievanceId = first["items"][1]["id"].as_str().unwrap().parse().unwrap();
        let all = references(&staff.get(&path.replace("limit=2", "limit=100")).await.expect(200));
        let next: Vec<String> = all.into_iter().skip(2).take(2).collect();
        assert!(!next.is_empty());
        let due = world
            .change(move |conn| {
                let case = grievances::table.filter(grievances::id.eq(last));
                let due: Option<Moment> = case.select(grievances::due_at).first(conn)?;
                let ended = grievances::due_at.eq(None::<Moment>);
                diesel::update(grievances::table.filter(grievances::id.eq(last))).set(ended).execute(conn)?;
                Ok(due)
            })
            .await;
        let rest = staff.get(&format!("{path}&after={}", first["next"].as_str().unwrap())).await.expect(200);
        assert_eq!(references(&rest), next, "{words}");
        // Without the time there is no telling where it stood.
        let reply = staff.get(&format!("{path}&after={}", cursor("", &last))).await;
        assert_eq!(reply.refused(422, "invalid"), ["?after unknown"], "{words}");
        world
            .change(move |conn| {
                let case = grievances::table.filter(grievances::id.eq(last));
                Ok(diesel::update(case).set(grievances::due_at.eq(due)).execute(conn)?)
            })
            .await;
    }
}

async fn a_page_of_a_company_takes_no_time(world: World) {
    let cast = world.cast().await;
    for _ in 0..3 {
        world.released(&cast, &cast.near).await;
    }
    let company = &cast.near.company.client;
    let page = company.get("/grievances?limit=2&sort=updated").await.expect(200);
    let (key, id) = told(&page["next"]);
    assert_eq!(key, "", "the time of a change tells the day");
    let path = |key: &str, query: &str| format!("/grievances?{query}&after={}", cursor(key, &id));
    assert_eq!(references(&company.get(&path("", "sort=updated")).await.expect(200)).len(), 1);
    let now = chrono::Utc::now().timestamp_micros().to_string();
    let elsewhere = format!("list/{}", GrievanceId::random());
    let refused = [(&*now, "sort=updated"), (&*now, "sort=newest"), ("list/", "q=trucks"), (&*elsewhere, "q=trucks")];
    for (key, query) in refused {
        assert_eq!(company.get(&path(key, query)).await.refused(422, "invalid"), ["?after unknown"], "{key}");
    }
    // The case that a way began at is one that the actor reaches, or one that is not there.
    let unreleased = world.accepted(&cast, &cast.near).await;
    let reply = company.get(&path(&format!("list/{}", unreleased.id), "q=trucks")).await;
    assert_eq!(reply.refused(422, "invalid"), ["?after unknown"]);
}
