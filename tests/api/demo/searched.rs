//! Searching among many cases like those of the demonstration.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use maslahat::db::Conn;
use maslahat::db::search::{self, Document, Kind};
use maslahat::db::types::Moment;
use maslahat::demo;
use maslahat::schema::{grievances, search_index, search_subjects};
use serde_json::{Value, json};

use super::{load, sign_in};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    demonstration:
    its_cases_are_found_by_their_words;
    frequent_words_are_found_in_every_order_and_under_every_filter;
    a_search_that_stops_says_so_and_goes_on;
    a_protected_case_among_many_hides_no_other;
}

async fn its_cases_are_found_by_their_words(world: World) {
    load(&world).await;
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let found = staff.get("/grievances?q=ТЕРЕЗЕНИ").await.expect(200);
    let excerpts: Vec<&Value> = found["items"].as_array().unwrap().iter().map(|case| &case["excerpt"]).collect();
    assert!(excerpts.iter().any(|text| text.as_str().unwrap().contains("Терезени")), "{excerpts:?}");
}

/// So many that the words are in more cases than are looked at before the list is walked.
async fn frequent_words_are_found_in_every_order_and_under_every_filter(world: World) {
    load(&world).await;
    demo::multiply(&world.system, 6_000, Utc::now()).await.unwrap();
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let holding = world.look(ids_of_cases_with_the_words).await;
    assert!(holding.len() > 2_000, "{}", holding.len());
    for query in
        ["state=contested", "state=contested&sort=oldest", "sort=due&state=implementing", "sort=updated&category=water"]
    {
        let all = ids_of_list(&staff, query).await;
        let mut wanted: Vec<String> = all.iter().filter(|id| holding.contains(*id)).cloned().collect();
        assert!(!wanted.is_empty() && wanted.len() < all.len(), "{query}: {} of {}", wanted.len(), all.len());
        let mut found = ids_of_list(&staff, &format!("{query}&q={WORDS}")).await;
        // By its number what was added later is newer, though cases that a demonstration is made larger with are older.
        if query.starts_with("state") {
            wanted.sort_unstable();
            found.sort_unstable();
        }
        assert_eq!(found, wanted, "{query}");
    }
    let counted = staff.get(&format!("/grievances?q={WORDS}&state=contested&total=true&limit=1")).await.expect(200);
    let contested = ids_of_list(&staff, &format!("state=contested&q={WORDS}")).await;
    assert_eq!(counted["total"]["count"], json!(contested.len()));
}

/// As many cases in one state as one search looks through, and more, none with the words, and more hits in another.
async fn a_search_that_stops_says_so_and_goes_on(world: World) {
    load(&world).await;
    demo::multiply(&world.system, 9_000, Utc::now()).await.unwrap();
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    world
        .change(|conn| {
            let resolved = search_subjects::table.filter(search_subjects::state.eq("resolved"));
            let numbers: Vec<i64> = resolved.select(search_subjects::number).load(conn)?;
            assert!(numbers.len() > 9_000);
            let case: String = grievances::table
                .filter(grievances::state.eq("resolved"))
                .order(grievances::submitted_at.asc())
                .select(grievances::id)
                .first(conn)?;
            // The oldest of the resolved has a word that many have of which nothing is known but the words.
            search::put(conn, Kind::GrievanceStaff, &case, "жолборс")?;
            let many: Vec<Document> = (0..6_000)
                .map(|number| Document {
                    kind: Kind::GrievanceStaff,
                    id: format!("none {number}"),
                    text: "Жолборс келди".into(),
                })
                .collect();
            search::append(conn, &many)
        })
        .await;
    for sort in ["newest", "due", "updated"] {
        let query = format!("q=жолборс&state=resolved&sort={sort}&total=true");
        let page = staff.get(&format!("/grievances?{query}")).await.expect(200);
        if sort == "due" {
            // A resolved case has no deadline.
            assert_eq!((&page["items"], &page["next"]), (&json!([]), &json!(null)));
            continue;
        }
        assert_eq!(page["items"], json!([]), "{sort}");
        assert_eq!(page["looked_through"], json!(3_000), "{sort}");
        assert_eq!(page["total"], json!({ "count": 0, "exact": false }), "{sort}");
        let mut found = vec![];
        let mut after = page["next"].as_str().unwrap().to_owned();
        for _ in 0..10 {
            let page = staff.get(&format!("/grievances?{query}&after={after}")).await.expect(200);
            found.extend(page["items"].as_array().unwrap().clone());
            assert_eq!(page.get("total"), None);
            match page["next"].as_str() {
                Some(next) => after = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(found.len(), 1, "{sort}");
        assert_eq!(found[0]["state"], "resolved");
    }
}

/// As many with a word as are few enough to be put in order, if the one is counted that staff do not even search.
async fn a_protected_case_among_many_hides_no_other(world: World) {
    load(&world).await;
    demo::multiply(&world.system, 2_100, Utc::now()).await.unwrap();
    let staff = sign_in(&world, "ainura.satarova@example.org").await;
    let mut cases = ids_of_list(&staff, "sort=newest").await;
    cases.truncate(2_001);
    assert_eq!(cases.len(), 2_001);
    let protected = cases.remove(0);
    let wanted = cases.clone();
    world
        .change(move |conn| {
            // It is met before all others, and the last of these after them.
            search::put(conn, Kind::GrievanceStaff, &protected, "жолборс")?;
            search::reclassify(conn, Kind::GrievanceStaff, Kind::GrievanceProtected, &protected)?;
            cases.iter().try_for_each(|case| search::put(conn, Kind::GrievanceStaff, case, "жолборс"))?;
            let case = grievances::table.filter(grievances::id.eq(protected));
            diesel::update(case).set(grievances::track.eq("protection")).execute(conn)?;
            for (part, day) in [(&cases[..1_500], "2040-02-10T06:00:00Z"), (&cases[1_500..], "2040-01-10T06:00:00Z")] {
                let day = Moment::from(day.parse::<DateTime<Utc>>().unwrap());
                let due = grievances::table.filter(grievances::id.eq_any(part.to_vec()));
                diesel::update(due).set(grievances::due_at.eq(day)).execute(conn)?;
            }
            Ok(())
        })
        .await;
    let all: HashSet<String> = wanted.iter().cloned().collect();
    for sort in ["due", "updated", "newest", "oldest"] {
        let found = ids_of_list(&staff, &format!("q=жолборс&sort={sort}")).await;
        assert_eq!(found.len(), 2_000, "{sort}");
        assert_eq!(found.into_iter().collect::<HashSet<String>>(), all, "{sort}");
        let january = format!("q=жолборс&sort={sort}&due_from=2040-01-09&due_to=2040-01-11&total=true&limit=10");
        let page = staff.get(&format!("/grievances?{january}")).await.expect(200);
        assert_eq!(page["total"], json!({ "count": 500, "exact": true }), "{sort}");
    }
    let few = world.look(|conn| search::few(conn, &[Kind::GrievanceStaff], &["%жолборс%".to_owned()], 2_000)).await;
    assert_eq!(few.map(|few| few.len()), Some(2_000));
}

const WORDS: &str = "бил";

fn ids_of_cases_with_the_words(conn: &mut Conn) -> maslahat::error::Result<HashSet<String>> {
    let documents = search_index::table
        .inner_join(search_subjects::table.on(search_subjects::number.eq(search_index::rowid)))
        .filter(search_subjects::kind.eq(Kind::GrievanceStaff))
        .select((search_subjects::id, search_index::text));
    let rows: Vec<(String, String)> = documents.load(conn)?;
    Ok(rows.into_iter().filter(|(_, text)| text.contains(WORDS)).map(|(id, _)| id).collect())
}

async fn ids_of_list(client: &Client, query: &str) -> Vec<String> {
    let (mut ids, mut after) = (vec![], String::new());
    loop {
        let page = client.get(&format!("/grievances?{query}&limit=100{after}")).await.expect(200);
        ids.extend(page["items"].as_array().unwrap().iter().map(|case| case["id"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return ids,
        }
    }
}
