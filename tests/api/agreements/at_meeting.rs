//! An agreement says at which meeting it was reached, and the meeting says what was agreed there.

use serde_json::json;

use super::{draft, drafted, moved, path_of};
use crate::commitments::organisation_of;
use crate::meetings::day::going_on;
use crate::meetings::{path_of as path_of_meeting, sent};
use crate::support::{World, on_both_engines};

on_both_engines! {
    an_agreement_and_its_meeting_lead_to_one_another;
    a_meeting_to_which_nobody_came_agreed_nothing;
}

async fn an_agreement_and_its_meeting_lead_to_one_another(world: World) {
    let cast = world.cast().await;
    let (meeting, _) = going_on(&world, &cast, json!({ "title": "Канарейка-Жолугушуу" })).await;
    let made = drafted(&cast, json!({ "meeting_id": meeting["id"] })).await;
    assert_eq!(made["meeting"]["id"], meeting["id"]);
    let told = json!([{ "id": made["id"], "title": made["title"] }]);
    let seen = cast.staff.client.get(&path_of_meeting(&meeting)).await.expect(200);
    assert_eq!(seen["agreements"], told);
    // Nobody beside the programme reads a draft.
    let company = &cast.near.company.client;
    assert_eq!(company.get(&path_of_meeting(&meeting)).await.expect(200)["agreements"], json!([]));
    moved(&cast.staff.client, &made, "open", json!(null)).await;
    assert_eq!(company.get(&path_of_meeting(&meeting)).await.expect(200)["agreements"], told);
    assert_eq!(company.get(&path_of(&made)).await.expect(200)["meeting"]["title"], "Канарейка-Жолугушуу");
    // Who signs it need not have been asked to the meeting, and then is not told of it.
    let community = cast.near.community.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(community["meeting"], json!(null), "{community}");
}

async fn a_meeting_to_which_nobody_came_agreed_nothing(world: World) {
    let cast = world.cast().await;
    let to_come = sent(&cast, json!({})).await;
    let company = organisation_of(&cast.near.company.client).await;
    for (meeting, refused) in
        [(json!(uuid::Uuid::new_v4()), "/meeting_id unknown"), (to_come["id"].clone(), "/meeting_id not_begun_yet")]
    {
        let mut body = draft(&cast, &company);
        body["meeting_id"] = meeting;
        let reply = cast.staff.client.post("/agreements", body).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}
