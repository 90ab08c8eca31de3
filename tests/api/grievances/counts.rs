//! The kept counts against the lists: two ways to say what one reaches, which must never say two things.

use chrono::Utc;
use diesel::prelude::*;
use maslahat::db::types::Moment;
use maslahat::grievances::GrievanceId;
use maslahat::grievances::domain::{State, Track};
use maslahat::organisations::OrganisationId;
use maslahat::schema::{check_ins, grievance_clocks, grievance_events, grievances, sites};
use maslahat::sites::SiteId;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use strum::VariantArray;

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    counts_are_those_of_the_lists_whatever_becomes_of_the_cases;
}

const CASES: usize = 24;
const ROUNDS: usize = 4;

async fn counts_are_those_of_the_lists_whatever_becomes_of_the_cases(world: World) {
    let cast = world.cast().await;
    let seed: u64 = rand::random();
    let mut dice = StdRng::seed_from_u64(seed);
    let mut cases = vec![];
    for _ in 0..CASES {
        cases.push(raised(&world, &cast, &mut dice).await);
    }
    for round in 0..ROUNDS {
        for case in &cases {
            shaken(&world, &cast, *case, &mut dice).await;
        }
        let gone = cases.swap_remove(dice.random_range(0..cases.len()));
        removed(&world, gone).await;
        for (name, client) in readers(&cast) {
            agree(client, &format!("{name}, round {round}, seed {seed}")).await;
        }
    }
}

fn readers(cast: &Cast) -> [(&'static str, &Client); 10] {
    [
        ("staff", &cast.staff.client),
        ("protection", &cast.protection.client),
        ("other staff", &cast.other_staff.client),
        ("company", &cast.near.company.client),
        ("far company", &cast.far.company.client),
        ("authority", &cast.near.authority.client),
        ("community", &cast.near.community.client),
        ("far community", &cast.far.community.client),
        ("partner", &cast.partner),
        ("other partner", &cast.other_partner),
    ]
}

/// Raised by the reporter, or entered by staff or by the representative of its place.
async fn raised(world: &World, cast: &Cast, dice: &mut StdRng) -> GrievanceId {
    let side = if dice.random() { &cast.near } else { &cast.far };
    let mut told = words(side.aimak);
    told["share_with_community"] = json!(dice.random::<bool>());
    let enters = [None, Some(&cast.staff.client), Some(&side.community.client)];
    let Some(client) = enters.choose(dice).copied().flatten() else { return world.submit(told).await.id };
    let record =
        json!({ "channel": "in_person", "consent": { "given": "said", "note": "said so" }, "grievance": told });
    let reference = client.post("/grievances", record).once().await.expect(201)["reference"].clone();
    let reference = reference.as_str().unwrap().to_owned();
    world
        .look(move |conn| {
            Ok(grievances::table.filter(grievances::reference.eq(reference)).select(grievances::id).first(conn)?)
        })
        .await
}

/// Puts a case anywhere that the database allows, past the rules: the counts rest on the rows alone.
async fn shaken(world: &World, cast: &Cast, case: GrievanceId, dice: &mut StdRng) {
    let state = *State::VARIANTS.choose(dice).unwrap();
    let track = if dice.random_bool(0.2) { Track::Protection } else { Track::Normal };
    let place = if dice.random() { cast.near.aimak } else { cast.far.aimak };
    let side = [None, Some(&cast.near), Some(&cast.far)].choose(dice).copied().flatten();
    let released: bool = dice.random();
    let shared: bool = dice.random();
    let site = side.map(|side| side.site);
    let (author, second) = (cast.staff.id, cast.second_staff.id);
    let respondent = match site {
        Some(site) => Some(company_of(world, site).await),
        None => None,
    };
    world
        .change(move |conn| {
            diesel::update(grievances::table.find(case))
                .set((
                    (grievances::state.eq(state), grievances::track.eq(track), grievances::place_id.eq(place)),
                    (grievances::site_id.eq(site), grievances::shared_with_community.eq(shared)),
                    grievances::respondent_id.eq(respondent),
                    grievances::summary.eq(released.then_some("A summary that points at nobody.")),
                    grievances::summary_author_id.eq(released.then_some(author)),
                    grievances::released_by.eq(released.then_some(second)),
                    grievances::released_at.eq(released.then(|| Moment::from(Utc::now()))),
                ))
                .execute(conn)?;
            Ok(())
        })
        .await;
}

async fn company_of(world: &World, site: SiteId) -> OrganisationId {
    world.look(move |conn| Ok(sites::table.find(site).select(sites::organisation_id).first(conn)?)).await
}

async fn removed(world: &World, case: GrievanceId) {
    world
        .change(move |conn| {
            diesel::delete(grievance_clocks::table.filter(grievance_clocks::grievance_id.eq(case))).execute(conn)?;
            diesel::delete(check_ins::table.filter(check_ins::grievance_id.eq(case))).execute(conn)?;
            diesel::delete(grievance_events::table.filter(grievance_events::grievance_id.eq(case))).execute(conn)?;
            diesel::delete(grievances::table.find(case)).execute(conn)?;
            Ok(())
        })
        .await;
}

async fn agree(client: &Client, what: &str) {
    let counts = client.get("/grievances/counts").await.expect(200);
    let total = async |query: &str| {
        let page = client.get(&format!("/grievances?limit=1&total=true{query}")).await.expect(200);
        page["total"]["count"].as_i64().unwrap()
    };
    for state in State::VARIANTS {
        let listed = total(&format!("&state={state}")).await;
        assert_eq!(counted(&counts["by_state"], |row| row["state"] == json!(state)), listed, "{state}: {what}");
    }
    assert_eq!(counted(&counts["by_place"], |_| true), total("").await, "{what}");
    // What is not there is not counted either: a place with none would tell of one that was.
    let rows = ["by_state", "by_place"].map(|by| counts[by].as_array().unwrap().clone());
    assert!(rows.iter().flatten().all(|row| row["count"] != 0), "{what}: {counts}");
}

fn counted(rows: &Value, wanted: impl Fn(&Value) -> bool) -> i64 {
    let rows = rows.as_array().unwrap().iter().filter(|row| wanted(row));
    rows.map(|row| row["count"].as_i64().unwrap()).sum()
}
