//! From the promise to its end.

use diesel::prelude::*;
use maslahat::commitments::CommitmentId;
use maslahat::schema::commitments;
use serde_json::{Value, json};

use super::{day, done, moved, organisation_of, path_of, promise, promised, reported, tried, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_promise_is_kept_and_found_kept_by_those_to_whom_it_was_made;
    who_owes_a_promise_never_finds_it_kept;
    who_reports_for_the_owner_does_not_verify_it;
    the_programme_verifies_with_a_witness_only_where_nobody_speaks_for_the_place;
    a_promise_that_was_not_found_kept_goes_on;
    the_day_moves_only_with_a_reason_and_each_day_stays;
    a_dropped_promise_is_broken_and_ended;
    a_promise_stands_by_its_last_day;
    what_can_not_be_is_refused_by_field;
    a_step_is_made_only_where_it_belongs;
    a_stale_step_is_refused;
    a_promise_that_is_sent_again_is_recorded_once;
}

async fn a_promise_is_kept_and_found_kept_by_those_to_whom_it_was_made(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    assert_eq!(
        (&made["state"], &made["standing"], &made["side"]),
        (&json!("open"), &json!("running"), &json!("company"))
    );
    assert_eq!(
        made["actions"],
        json!([
            "start_commitment",
            "report_commitment",
            "drop_commitment",
            "move_commitment_due",
            "publish_commitment",
            "show_commitment_attachment",
            "hide_commitment_attachment",
            "attach_commitment"
        ])
    );
    let company = &cast.near.company.client;
    let seen = company.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["actions"], json!(["start_commitment", "report_commitment", "attach_commitment"]));
    moved(company, &made, "start", json!({ "note": "Машина келди." })).await;
    let reported = moved(company, &made, "report", done()).await;
    assert_eq!((&reported["state"], &reported["standing"]), (&json!("reported_done"), &json!("awaiting")));
    assert_eq!(reported["done_on"], day(0));
    let community = &cast.near.community.client;
    let seen = community.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["actions"], json!(["verify_commitment", "reject_commitment"]));
    let kept = moved(community, &made, "verify", json!({ "note": "Чаң жок." })).await;
    assert_eq!(
        (&kept["state"], &kept["standing"], &kept["actions"]),
        (&json!("verified"), &json!("in_time"), &json!([]))
    );
    let steps: Vec<_> = kept["events"].as_array().unwrap().iter().map(|step| (&step["move"], &step["party"])).collect();
    assert_eq!(
        steps,
        [("verify", "community"), ("report", "owner"), ("start", "owner"), ("make", "programme")]
            .map(|(made, party)| (json!(made), json!(party)))
            .iter()
            .map(|(made, party)| (made, party))
            .collect::<Vec<_>>()
    );
}

async fn who_owes_a_promise_never_finds_it_kept(world: World) {
    let cast = world.cast().await;
    let (near, staff) = (&cast.near, &cast.staff.client);
    let made = reported(&cast, json!({})).await;
    near.company.client.post(&format!("{}/verify", path_of(&made)), json!({})).at(2).await.refused(403, "forbidden");
    // What people of the place promised is not found kept by themselves, nor what the programme promised by the programme.
    let theirs = organisation_of(&near.community.client).await;
    let made = promised(&cast, json!({ "organisation_id": theirs, "site_id": null })).await;
    moved(&near.community.client, &made, "report", done()).await;
    tried(&near.community.client, &made, "verify", json!({})).await.refused(409, "owner_does_not_verify");
    let kept = moved(staff, &made, "verify", json!({ "witness": "Асан Үсөнов" })).await;
    assert_eq!(kept["state"], "verified");
    let made = promised(&cast, json!({ "organisation_id": cast.ngo, "site_id": null })).await;
    moved(staff, &made, "report", done()).await;
    for client in [staff, &cast.second_staff.client, &cast.protection.client] {
        let reply = tried(client, &made, "verify", json!({ "witness": "Асан Үсөнов" })).await;
        let code = reply.expect(409)["code"].clone();
        assert!(code == "owner_does_not_verify" || code == "reporter_does_not_verify", "{code}");
    }
    assert_eq!(moved(&near.community.client, &made, "verify", json!({})).await["state"], "verified");
}

/// A promise to a place that has nobody to speak for it.
async fn of_nobody(cast: &crate::support::Cast) -> Value {
    promised(cast, json!({ "place_id": cast.far.aimak, "site_id": null })).await
}

async fn without_representatives(world: &World, cast: &crate::support::Cast) {
    let id = cast.far.community.id;
    world
        .change(move |conn| {
            use maslahat::schema::accounts;
            diesel::update(accounts::table.find(id)).set(accounts::active.eq(false)).execute(conn)?;
            Ok(())
        })
        .await;
}

async fn who_reports_for_the_owner_does_not_verify_it(world: World) {
    let cast = world.cast().await;
    without_representatives(&world, &cast).await;
    let made = of_nobody(&cast).await;
    moved(&cast.staff.client, &made, "report", done()).await;
    let witnessed = json!({ "witness": "Асан Үсөнов" });
    tried(&cast.staff.client, &made, "verify", witnessed.clone()).await.refused(409, "reporter_does_not_verify");
    let seen = moved(&cast.second_staff.client, &made, "verify", witnessed).await;
    assert_eq!(
        (&seen["events"][0]["party"], &seen["events"][0]["witness"]),
        (&json!("programme"), &json!("Асан Үсөнов"))
    );
}

async fn the_programme_verifies_with_a_witness_only_where_nobody_speaks_for_the_place(world: World) {
    let cast = world.cast().await;
    let made = of_nobody(&cast).await;
    moved(&cast.near.company.client, &made, "report", done()).await;
    let staff = &cast.staff.client;
    let witnessed = json!({ "witness": "Асан Үсөнов" });
    tried(staff, &made, "verify", witnessed.clone()).await.refused(409, "representative_verifies");
    assert_eq!(staff.get(&path_of(&made)).await.expect(200)["represented"], true);
    let reply = tried(&cast.far.community.client, &made, "verify", witnessed.clone()).await;
    assert_eq!(reply.refused(422, "invalid"), ["/witness not_needed"]);
    without_representatives(&world, &cast).await;
    assert_eq!(tried(staff, &made, "verify", json!({})).await.refused(422, "invalid"), ["/witness required"]);
    let reply = tried(staff, &made, "verify", json!({ "witness": "    " })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/witness too_short"]);
    assert_eq!(moved(staff, &made, "verify", witnessed).await["state"], "verified");
}

async fn a_promise_that_was_not_found_kept_goes_on(world: World) {
    let cast = world.cast().await;
    let made = reported(&cast, json!({})).await;
    let community = &cast.near.community.client;
    assert_eq!(
        tried(community, &made, "reject", json!({ "reason": "  " })).await.refused(422, "invalid"),
        ["/reason too_short"]
    );
    let rejected = moved(community, &made, "reject", json!({ "reason": "Чаң мурункудай эле." })).await;
    assert_eq!((&rejected["state"], &rejected["done_on"]), (&json!("in_progress"), &Value::Null));
    let seen = cast.near.company.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["events"][0]["note"], "Чаң мурункудай эле.");
    assert_eq!(seen["events"][1]["done_on"], day(0), "what was said stays");
    moved(&cast.near.company.client, &made, "report", done()).await;
}

async fn the_day_moves_only_with_a_reason_and_each_day_stays(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let staff = &cast.staff.client;
    for (body, refused) in [
        (json!({ "due_on": day(60) }), "/reason required"),
        (json!({ "due_on": day(60), "reason": " . " }), "/reason too_short"),
        (json!({ "due_on": day(30), "reason": "Because." }), "/due_on the_same"),
        (json!({ "due_on": day(-1), "reason": "Because." }), "/due_on in_the_past"),
    ] {
        assert_eq!(tried(staff, &made, "due", body).await.refused(422, "invalid"), [refused]);
    }
    for client in [&cast.near.company.client, &cast.near.community.client] {
        let body = json!({ "due_on": day(60), "reason": "The pump broke." });
        client.post(&format!("{}/due", path_of(&made)), body).at(1).await.refused(403, "forbidden");
    }
    moved(staff, &made, "due", json!({ "due_on": day(60), "reason": "The pump broke." })).await;
    let later = moved(staff, &made, "due", json!({ "due_on": day(70), "reason": "No pump to be had." })).await;
    assert_eq!((&later["due_on"], &later["first_due_on"]), (&json!(day(70)), &json!(day(30))));
    let seen = cast.near.community.client.get(&path_of(&made)).await.expect(200);
    let days: Vec<_> = seen["events"].as_array().unwrap().iter().map(|step| step["due_before"].clone()).collect();
    assert_eq!(days, [json!(day(60)), json!(day(30)), Value::Null]);
    assert_eq!(seen["events"][1]["note"], "The pump broke.");
}

async fn a_dropped_promise_is_broken_and_ended(world: World) {
    let cast = world.cast().await;
    let made = reported(&cast, json!({})).await;
    let dropped = moved(&cast.staff.client, &made, "drop", json!({ "reason": "The mine was closed." })).await;
    assert_eq!((&dropped["state"], &dropped["standing"]), (&json!("dropped"), &json!("broken")));
    tried(&cast.near.company.client, &made, "report", done()).await.refused(409, "not_in_this_state");
    tried(&cast.near.community.client, &made, "verify", json!({})).await.refused(409, "not_in_this_state");
}

/// Lets a promise have been made long ago, and due so many days from today.
async fn due(world: &World, made: &Value, days: i64) {
    let id: CommitmentId = made["id"].as_str().unwrap().parse().unwrap();
    let (long_ago, due): (chrono::NaiveDate, chrono::NaiveDate) =
        (day(-400).parse().unwrap(), day(days).parse().unwrap());
    world
        .change(move |conn| {
            let days =
                (commitments::made_on.eq(long_ago), commitments::first_due_on.eq(due), commitments::due_on.eq(due));
            diesel::update(commitments::table.find(id)).set(days).execute(conn)?;
            Ok(())
        })
        .await;
}

async fn a_promise_stands_by_its_last_day(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let staff = &cast.staff.client;
    for (days, standing) in [(0, "running"), (-1, "overdue"), (-90, "overdue"), (-91, "broken")] {
        due(&world, &made, days).await;
        assert_eq!(staff.get(&path_of(&made)).await.expect(200)["standing"], standing, "{days}");
        let page = staff.get(&format!("/commitments?standing={standing}")).await.expect(200);
        assert_eq!(page["items"][0]["id"], made["id"], "{days}");
        for other in
            ["running", "overdue", "awaiting", "in_time", "late", "broken"].iter().filter(|each| **each != standing)
        {
            let page = staff.get(&format!("/commitments?standing={other}")).await.expect(200);
            assert_eq!(page["items"], json!([]), "{days} is not {other}");
        }
    }
    moved(&cast.near.company.client, &made, "report", done()).await;
    assert_eq!(moved(&cast.near.community.client, &made, "verify", json!({})).await["standing"], "late");
    let page = staff.get("/commitments?standing=late&total=true").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 1, "exact": true }));
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let owner = organisation_of(&cast.near.company.client).await;
    let other = organisation_of(&cast.far.company.client).await;
    let authority = organisation_of(&cast.near.authority.client).await;
    let partner = world.organisation("partner", "Partner", None).await;
    let protected = world.protected(&cast, &cast.near).await;
    let far = world.case(&cast.far).await;
    let staff = &cast.staff.client;
    for (more, refused) in [
        (json!({ "programme_id": uuid::Uuid::new_v4() }), "/programme_id unknown"),
        (json!({ "organisation_id": uuid::Uuid::new_v4() }), "/organisation_id unknown"),
        (json!({ "organisation_id": partner }), "/organisation_id promises_nothing"),
        (json!({ "organisation_id": other }), "/site_id of_another_company"),
        (
            json!({ "organisation_id": authority, "place_id": cast.far.aimak, "site_id": null }),
            "/place_id outside_territory",
        ),
        (json!({ "site_id": uuid::Uuid::new_v4() }), "/site_id unknown"),
        (json!({ "place_id": uuid::Uuid::new_v4() }), "/place_id unknown"),
        (json!({ "what": "   " }), "/what too_short"),
        (json!({ "made_on": day(1) }), "/made_on in_the_future"),
        (json!({ "due_on": day(-1) }), "/due_on before_it_was_made"),
        (json!({ "grievance_id": uuid::Uuid::new_v4() }), "/grievance_id unknown"),
        (json!({ "grievance_id": protected.id }), "/grievance_id unknown"),
    ] {
        let reply = staff.post("/commitments", with(promise(&cast, &owner), more)).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let body = with(promise(&cast, &owner), json!({ "grievance_id": protected.id }));
    let reply = cast.protection.client.post("/commitments", body).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/grievance_id on_the_protection_track"]);
    far.own_move("withdraw", json!({ "pressed": "no" })).await.expect(200);
    let body = with(promise(&cast, &owner), json!({ "grievance_id": far.id }));
    assert_eq!(staff.post("/commitments", body).once().await.refused(422, "invalid"), ["/grievance_id case_ended"]);
    let made = promised(&cast, json!({})).await;
    for (done_on, refused) in [(day(1), "/done_on in_the_future"), (day(-1), "/done_on before_it_was_made")] {
        let reply = tried(staff, &made, "report", json!({ "done_on": done_on, "note": "Done." })).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}

async fn a_step_is_made_only_where_it_belongs(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let staff = &cast.staff.client;
    tried(&cast.near.community.client, &made, "verify", json!({})).await.refused(409, "not_in_this_state");
    tried(&cast.near.community.client, &made, "report", done()).await.refused(409, "not_the_owner");
    tried(&cast.near.authority.client, &made, "start", json!({})).await.refused(409, "not_the_owner");
    tried(staff, &made, "withdraw-publication", json!({})).await.refused(409, "not_published");
    moved(staff, &made, "start", json!({})).await;
    tried(staff, &made, "start", json!({})).await.refused(409, "not_in_this_state");
}

async fn a_stale_step_is_refused(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let path = format!("{}/start", path_of(&made));
    cast.near.company.client.post(&path, json!({})).at(1).await.expect(200);
    cast.staff.client.post(&path, json!({})).at(1).await.refused(412, "stale");
    cast.staff.client.post(&path, json!({})).await.refused(428, "version_required");
}

async fn a_promise_that_is_sent_again_is_recorded_once(world: World) {
    let cast = world.cast().await;
    let body = promise(&cast, &organisation_of(&cast.near.company.client).await);
    let key = uuid::Uuid::new_v4().to_string();
    let first = cast.staff.client.post("/commitments", body.clone()).key(&key).await.expect(201);
    assert_eq!(cast.staff.client.post("/commitments", body).key(&key).await.expect(201), first);
}
