//! Drafts: saved as they are typed, and looked at for their shape alone.

use serde_json::{Value, json};

use super::{application, attached, begun, content, path_of, saved};
use crate::grant_calls::{minute, published, texts, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_draft_is_saved_piece_by_piece;
    what_is_still_missing_is_said;
    what_has_not_its_shape_is_refused_and_changes_nothing;
    two_who_save_at_once_do_not_overwrite_one_another;
    an_answer_is_to_a_question_of_the_call_and_of_its_kind;
    an_answer_names_a_file_of_the_application_itself;
    what_is_followed_up_is_within_reach;
    nobody_begins_what_the_call_does_not_ask_for;
}

async fn a_draft_is_saved_piece_by_piece(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = begun(&cast, &call, json!({})).await;
    assert_eq!((&draft["state"], &draft["asked"], &draft["currency"]), (&json!("draft"), &json!(0), &json!("KGS")));
    assert_eq!((&draft["receipt_number"], &draft["on_paper"]), (&Value::Null, &json!(false)));
    let client = &cast.near.community.client;
    let all = content(&call);
    let parts = all.as_object().unwrap();
    for (field, value) in parts {
        saved(client, &draft, json!({ field: value })).await;
    }
    let now = saved(client, &draft, json!({ "youth_led": true, "title": " Таза суу " })).await;
    for (field, value) in parts.iter().filter(|(field, _)| *field != "answers") {
        assert_eq!(&now[field], value, "{field}");
    }
    assert_eq!(
        (&now["asked"], &now["youth_led"], &now["title"]),
        (&json!(105_005_00), &json!(true), &json!("Таза суу"))
    );
    assert_eq!(now["answers"].as_array().unwrap().len(), 2);
    let answer = json!({ "question_id": call["questions"][1]["id"], "text": "   " });
    let now = saved(client, &draft, json!({ "answers": [answer], "summary": null, "team": [] })).await;
    assert_eq!(now["answers"].as_array().unwrap().len(), 1, "what says nothing is taken back");
    assert_eq!((&now["summary"], &now["team"]), (&Value::Null, &json!([])));
}

async fn what_is_still_missing_is_said(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = begun(&cast, &call, json!({})).await;
    let pointers = |seen: &Value| -> Vec<String> {
        let fields = seen["unready"].as_array().unwrap().iter();
        fields.map(|field| field["pointer"].as_str().unwrap().split('/').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(pointers(&draft), ["summary", "answers", "answers", "team", "lines"]);
    let now = saved(&cast.near.community.client, &draft, content(&call)).await;
    assert_eq!(now["unready"], json!([]));
}

async fn what_has_not_its_shape_is_refused_and_changes_nothing(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = begun(&cast, &call, json!({})).await;
    let line = |more: Value| {
        let plain = json!({ "what": "", "unit": "", "quantity": 0, "unit_amount": 0, "asked": 0, "own": 0 });
        json!({ "lines": [with(plain, more)] })
    };
    let most = 10_000_000_000_000_i64;
    let big = line(json!({ "asked": most }))["lines"][0].clone();
    for (change, refused) in [
        (line(json!({ "asked": -1 })), "/lines/0/asked too_small"),
        (line(json!({ "asked": most + 1 })), "/lines/0/asked too_large"),
        (line(json!({ "quantity": 0.5 })), "/lines/0/quantity invalid"),
        (line(json!({ "what": "x".repeat(201) })), "/lines/0/what too_long"),
        (json!({ "lines": [big, big] }), "/lines too_large"),
        (json!({ "title": "  a  " }), "/title too_short"),
        (json!({ "applicant_name": "   " }), "/applicant_name too_short"),
        (json!({ "team": [{ "name": "", "task": "" }] }), "/team/0/name too_short"),
        (json!({ "place_id": cast.far.aimak }), "/place_id outside_call"),
        (json!({ "currency": "USD" }), "/currency unknown"),
        (json!({ "state": "eligible" }), "/state unknown"),
    ] {
        let reply = cast.near.community.client.patch(&path_of(&draft), change.clone()).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{change}");
    }
    assert_eq!(cast.near.community.client.get(&path_of(&draft)).await.expect(200), draft);
}

async fn two_who_save_at_once_do_not_overwrite_one_another(world: World) {
    let cast = world.cast().await;
    let draft = begun(&cast, &published(&cast, json!({})).await, json!({})).await;
    let (client, path) = (&cast.near.community.client, path_of(&draft));
    let team = |name: &str| json!({ "team": [{ "name": name, "task": "" }] });
    let (one, other) = (client.patch(&path, team("Асан")).at(1), client.patch(&path, team("Үсөн")).at(1));
    let (one, other) = futures_util::join!(async { one.await }, async { other.await });
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    assert_eq!(client.get(&path).await.expect(200)["team"].as_array().unwrap().len(), 1);
    client.patch(&path, team("Асан")).await.refused(428, "version_required");
}

async fn an_answer_is_to_a_question_of_the_call_and_of_its_kind(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let draft = begun(&cast, &call, json!({})).await;
    let other = published(&cast, json!({})).await;
    let id = |place: usize| call["questions"][place]["id"].clone();
    for (answer, refused) in [
        (json!({ "question_id": other["questions"][1]["id"], "text": "Суу" }), "/answers/0/question_id unknown"),
        (json!({ "question_id": id(0), "text": "Ооба" }), "/answers/0/text not_of_this_kind"),
        (json!({ "question_id": id(1), "text": "а".repeat(51) }), "/answers/0/text too_long"),
        (json!({ "question_id": id(2), "number": 501 }), "/answers/0/number too_large"),
        (json!({ "question_id": id(2), "number": 0 }), "/answers/0/number too_small"),
        (json!({ "question_id": id(3), "number": 3 }), "/answers/0/number unknown"),
        (json!({ "question_id": id(3), "number": 1, "text": "Суу" }), "/answers/0 one_of_both"),
    ] {
        let change = json!({ "answers": [answer] });
        let reply = cast.near.community.client.patch(&path_of(&draft), change.clone()).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{change}");
    }
    let answers = json!([
        { "question_id": id(0), "yes": false }, { "question_id": id(1), "text": "а".repeat(50) },
        { "question_id": id(2), "number": 500 }, { "question_id": id(3), "number": 2 }, { "question_id": id(5), "yes": true },
    ]);
    let now = saved(&cast.near.community.client, &draft, json!({ "answers": answers })).await;
    assert_eq!(now["answers"].as_array().unwrap().len(), 5, "also one with which nobody can apply: it is a draft");
}

async fn an_answer_names_a_file_of_the_application_itself(world: World) {
    let cast = world.cast().await;
    let call = published(&cast, json!({})).await;
    let (one, other) = (begun(&cast, &call, json!({})).await, begun(&cast, &call, json!({})).await);
    let client = &cast.near.community.client;
    let (own, foreign) = (attached(client, &one).await, attached(client, &other).await);
    let answer =
        |file: &Value| json!({ "answers": [{ "question_id": call["questions"][4]["id"], "attachment_id": file }] });
    let reply = client.patch(&path_of(&one), answer(&foreign)).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/answers/0/attachment_id unknown"]);
    let now = saved(client, &one, answer(&own)).await;
    assert_eq!((&now["answers"][0]["attachment_id"], &now["attachments"][0]["id"]), (&own, &own));
    let file = format!("{}/attachments/{}", path_of(&one), own.as_str().unwrap());
    assert_eq!(client.get(&file).await.status, 200);
    let stray = format!("{}/attachments/{}", path_of(&one), foreign.as_str().unwrap());
    client.get(&stray).await.refused(404, "not_found");
}

async fn what_is_followed_up_is_within_reach(world: World) {
    let cast = world.cast().await;
    let draft = begun(&cast, &published(&cast, json!({})).await, json!({})).await;
    let promise = crate::commitments::promised(&cast, json!({})).await;
    let owner = crate::commitments::organisation_of(&cast.far.community.client).await;
    let far = json!({ "organisation_id": owner, "place_id": cast.far.aimak, "site_id": null });
    let far = crate::commitments::promised(&cast, far).await;
    let shown = crate::impacts::published(&cast.staff.client, crate::impacts::impact(&cast, "Water")).await;
    let client = &cast.near.community.client;
    for (follow_up, refused) in [
        (json!({ "commitment_id": far["id"] }), "/follow_ups/0/commitment_id unknown"),
        (json!({ "impact_id": cast.near.aimak }), "/follow_ups/0/impact_id unknown"),
        (json!({}), "/follow_ups/0 one_of_both"),
    ] {
        let reply = client.patch(&path_of(&draft), json!({ "follow_ups": [follow_up] })).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
    let all = json!([{ "impact_id": shown["id"] }, { "commitment_id": promise["id"] }]);
    let now = saved(client, &draft, json!({ "follow_ups": all })).await;
    assert_eq!(now["follow_ups"][0]["title"], shown["title"]);
    assert_eq!(now["follow_ups"][1]["title"], promise["what"]);
}

async fn nobody_begins_what_the_call_does_not_ask_for(world: World) {
    let cast = world.cast().await;
    let client = &cast.near.community.client;
    let call = published(&cast, json!({})).await;
    let draft = crate::grant_calls::drafted(&cast, json!({})).await;
    let soon = published(&cast, json!({ "opens_at": minute(30) })).await;
    let closed = published(&cast, json!({})).await;
    world.close(&closed, 1).await;
    let alone = published(&cast, json!({ "applicants": ["representative"], "title": texts("Alone") })).await;
    for (call, more, refused) in [
        (&draft, json!({}), "/call_id unknown"),
        (&soon, json!({}), "/call_id not_open"),
        (&closed, json!({}), "/call_id not_open"),
        (&alone, json!({}), "/applicant not_called"),
        (&call, json!({ "place_id": cast.far.aimak }), "/place_id outside_call"),
        (&call, json!({ "organisation_id": cast.ngo }), "/organisation_id staff_only"),
        (&call, json!({ "title": "    " }), "/title too_short"),
    ] {
        let body = with(application(&cast, call), more);
        let reply = client.post("/grant-applications", body.clone()).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{body}");
    }
    assert_eq!(client.get("/grant-applications").await.expect(200)["items"], json!([]));
    let reply = cast.other_staff.client.post("/grant-applications", application(&cast, &call)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/call_id unknown"]);
}
