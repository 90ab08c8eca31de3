//! From the draft to the end.

use serde_json::{Value, json};

use super::{draft, drafted, moved, on_paper, opened, path_of, tried};
use crate::commitments::organisation_of;
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_agreement_holds_once_every_side_has_signed;
    a_changed_text_is_signed_again_and_the_old_one_is_kept;
    a_draft_is_written_anew_and_nothing_else_is;
    an_ended_agreement_stays_so;
    what_can_not_be_is_refused_by_field;
    a_stale_step_is_refused_and_a_draft_sent_again_is_made_once;
    agreements_are_listed_by_state_place_and_case;
}

async fn an_agreement_holds_once_every_side_has_signed(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = drafted(&cast, json!({})).await;
    assert_eq!((&made["state"], &made["revision"]), (&json!("draft"), &json!(1)));
    assert_eq!(made["actions"], json!(["update_agreement", "open_agreement", "end_agreement"]));
    let opened = moved(staff, &made, "open", Value::Null).await;
    assert_eq!((&opened["state"], &opened["revision_in_force"]), (&json!("open_for_signature"), &Value::Null));
    let one = moved(staff, &opened, "record-signature", on_paper(&cast, &opened, 0).await).await;
    assert_eq!((&one["state"], &one["sides"][0]["signature"]["form"]), (&json!("open_for_signature"), &json!("paper")));
    assert_eq!(one["sides"][1]["signature"], Value::Null);
    let again = tried(staff, &opened, "record-signature", on_paper(&cast, &opened, 0).await).await;
    again.refused(409, "already_signed");
    let both = moved(staff, &opened, "record-signature", on_paper(&cast, &opened, 1).await).await;
    assert_eq!((&both["state"], &both["revision_in_force"]), (&json!("in_force"), &json!(1)));
    assert_eq!(both["in_force_since"], crate::commitments::day(0));
    let steps: Vec<_> = both["events"].as_array().unwrap().iter().map(|step| step["move"].clone()).collect();
    assert_eq!(steps, ["take_force", "sign", "sign", "open", "draft"]);
}

async fn a_changed_text_is_signed_again_and_the_old_one_is_kept(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = opened(&cast, json!({})).await;
    for number in [0, 1] {
        moved(staff, &made, "record-signature", on_paper(&cast, &made, number).await).await;
    }
    let same = json!({ "text": "Ишкана күн сайын суу берет.", "reason": "Nothing." });
    assert_eq!(tried(staff, &made, "amend", same).await.refused(422, "invalid"), ["/text the_same"]);
    let text = json!({ "text": "Ишкана күнүнө эки жолу суу берет.", "reason": "Once was not enough." });
    let amended = moved(staff, &made, "amend", text).await;
    assert_eq!(
        (&amended["state"], &amended["revision"], &amended["revision_in_force"]),
        (&json!("open_for_signature"), &json!(2), &json!(1))
    );
    assert!(amended["sides"].as_array().unwrap().iter().all(|side| side["signature"].is_null()));
    let texts: Vec<_> = amended["texts"].as_array().unwrap().iter().map(|text| text["text"].clone()).collect();
    assert_eq!(texts, ["Ишкана күнүнө эки жолу суу берет.", "Ишкана күн сайын суу берет."]);
    moved(staff, &made, "record-signature", on_paper(&cast, &made, 0).await).await;
    let seen = staff.get(&path_of(&made)).await.expect(200);
    assert_eq!((&seen["state"], &seen["revision_in_force"]), (&json!("open_for_signature"), &json!(1)));
    let both = moved(staff, &made, "record-signature", on_paper(&cast, &made, 1).await).await;
    assert_eq!((&both["state"], &both["revision_in_force"]), (&json!("in_force"), &json!(2)));
}

async fn a_draft_is_written_anew_and_nothing_else_is(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = drafted(&cast, json!({})).await;
    let authority = organisation_of(&cast.near.authority.client).await;
    let sides =
        json!([{ "organisation_id": authority }, { "place_id": cast.near.aimak }, { "organisation_id": cast.ngo }]);
    let change = json!({ "text": "Бийлик жол оңдойт.", "sides": sides });
    let changed = staff.patch(&path_of(&made), change.clone()).at(1).await.expect(200);
    assert_eq!((&changed["texts"][0]["text"], &changed["revision"]), (&json!("Бийлик жол оңдойт."), &json!(1)));
    assert_eq!(changed["sides"][0]["organisation"]["id"], authority);
    assert_eq!(changed["sides"].as_array().unwrap().len(), 3);
    moved(staff, &made, "open", Value::Null).await;
    staff.patch(&path_of(&made), change).at(3).await.refused(409, "not_in_this_state");
    tried(staff, &made, "open", Value::Null).await.refused(409, "not_in_this_state");
}

async fn an_ended_agreement_stays_so(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = opened(&cast, json!({})).await;
    assert_eq!(
        tried(staff, &made, "end", json!({ "reason": "   " })).await.refused(422, "invalid"),
        ["/reason too_short"]
    );
    let paper = on_paper(&cast, &made, 0).await;
    let ended = moved(staff, &made, "end", json!({ "reason": "The sides found another way." })).await;
    assert_eq!((&ended["state"], &ended["actions"]), (&json!("ended"), &json!([])));
    tried(staff, &made, "record-signature", paper).await.refused(409, "not_in_this_state");
    let text = json!({ "text": "Another text.", "reason": "Because." });
    tried(staff, &made, "amend", text).await.refused(409, "not_in_this_state");
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let company = organisation_of(&cast.near.company.client).await;
    let partner = world.organisation("partner", "Partner", None).await;
    let place = json!({ "place_id": cast.near.aimak });
    for (field, value, refused) in [
        ("programme_id", json!(uuid::Uuid::new_v4()), "/programme_id unknown"),
        ("place_id", json!(uuid::Uuid::new_v4()), "/place_id unknown"),
        ("site_id", json!(uuid::Uuid::new_v4()), "/site_id unknown"),
        ("grievance_id", json!(uuid::Uuid::new_v4()), "/grievance_id unknown"),
        ("text", json!("     "), "/text too_short"),
        ("sides", json!([place]), "/sides too_short"),
        ("sides", json!([place, place]), "/sides/1 already_there"),
        ("sides", json!([place, {}]), "/sides/1 one_of_both"),
        ("sides", json!([place, { "organisation_id": partner }]), "/sides/1/organisation_id signs_nothing"),
        ("sides", json!([place, { "organisation_id": uuid::Uuid::new_v4() }]), "/sides/1/organisation_id unknown"),
        ("sides", json!([place, { "place_id": uuid::Uuid::new_v4() }]), "/sides/1/place_id unknown"),
    ] {
        let mut body = draft(&cast, &company);
        body[field] = value;
        assert_eq!(staff.post("/agreements", body).once().await.refused(422, "invalid"), [refused]);
    }
    let made = opened(&cast, json!({})).await;
    let paper = on_paper(&cast, &made, 0).await;
    for (field, value, refused) in [
        ("side_id", json!(uuid::Uuid::new_v4()), "/side_id unknown"),
        ("scan_id", json!(uuid::Uuid::new_v4()), "/scan_id unknown"),
        ("witness", json!("    "), "/witness too_short"),
        ("signed_on", json!(crate::commitments::day(1)), "/signed_on in_the_future"),
        ("signed_on", json!(crate::commitments::day(-1)), "/signed_on before_the_text"),
    ] {
        let mut body = paper.clone();
        body[field] = value;
        assert_eq!(tried(staff, &made, "record-signature", body).await.refused(422, "invalid"), [refused]);
    }
}

async fn a_stale_step_is_refused_and_a_draft_sent_again_is_made_once(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let (key, body) =
        (uuid::Uuid::new_v4().to_string(), draft(&cast, &organisation_of(&cast.near.company.client).await));
    let first = staff.post("/agreements", body.clone()).key(&key).await.expect(201);
    assert_eq!(staff.post("/agreements", body).key(&key).await.expect(201), first);
    let path = format!("{}/end", path_of(&first));
    staff.post(&path, json!({ "reason": "Because." })).at(7).await.refused(412, "stale");
    staff.post(&path, json!({ "reason": "Because." })).await.refused(428, "version_required");
}

async fn agreements_are_listed_by_state_place_and_case(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let case = world.released(&cast, &cast.near).await;
    let first = drafted(&cast, json!({ "grievance_id": case.id })).await;
    assert_eq!(first["grievance"]["reference"], case.reference);
    let second = opened(&cast, json!({})).await;
    let ids = async |query: &str| {
        let page = staff.get(&format!("/agreements?{query}")).await.expect(200);
        page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("").await, [second["id"].clone(), first["id"].clone()]);
    assert_eq!(ids("state=draft").await, [first["id"].clone()]);
    assert_eq!(ids(&format!("grievance_id={}", case.id)).await, [first["id"].clone()]);
    assert_eq!(ids(&format!("place_id={}", cast.far.aimak)).await, Vec::<Value>::new());
    let page = staff.get("/agreements?limit=1").await.expect(200);
    assert_eq!((&page["items"][0]["sides"], &page["items"][0]["signed"]), (&json!(2), &json!(0)));
    assert_eq!(ids(&format!("limit=1&after={}", page["next"].as_str().unwrap())).await, [first["id"].clone()]);
}
