//! What shows that a promise was kept.

use reqwest::Method;
use serde_json::json;

use super::{moved, path_of, promised, reported, shown, tried};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_photo_reaches_those_to_whom_it_was_promised_without_what_it_knows;
    only_who_owes_it_or_the_programme_adds_evidence;
    only_a_photo_of_the_commitment_is_shown_to_everybody;
    a_file_of_one_commitment_is_not_another_ones;
}

async fn a_photo_reaches_those_to_whom_it_was_promised_without_what_it_knows(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let sent = shown(&cast.near.company.client, &made).await;
    assert_eq!(
        (&sent["name"], &sent["class"], &sent["published"]),
        (&json!("жол.jpg"), &json!("photo"), &json!(false))
    );
    let seen = cast.near.community.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["evidence"], json!([sent]));
    let path = format!("{}/attachments/{}", path_of(&made), sent["id"].as_str().unwrap());
    let file = cast.near.community.client.get(&path).await;
    assert_eq!((file.status, file.header("content-type")), (200, "image/jpeg"));
    assert!(!file.bytes.windows(3).any(|window| window == b"GPS"));
    for client in [&cast.far.company.client, &cast.far.community.client, &cast.other_staff.client] {
        client.get(&path).await.refused(404, "not_found");
    }
}

async fn only_who_owes_it_or_the_programme_adds_evidence(world: World) {
    let cast = world.cast().await;
    let made = reported(&cast, json!({})).await;
    let path = format!("{}/attachments", path_of(&made));
    for person in [&cast.near.community, &cast.near.authority] {
        let upload = person.client.request(Method::POST, &path).once().body("image/jpeg", super::photo());
        upload.await.refused(409, "not_the_owner");
    }
    shown(&cast.staff.client, &made).await;
    moved(&cast.near.community.client, &made, "verify", json!({})).await;
    let upload = cast.near.company.client.request(Method::POST, &path).once().body("image/jpeg", super::photo());
    upload.await.refused(409, "not_in_this_state");
    let kept = cast.staff.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(kept["evidence"].as_array().unwrap().len(), 1);
}

async fn only_a_photo_of_the_commitment_is_shown_to_everybody(world: World) {
    let cast = world.cast().await;
    let made = promised(&cast, json!({})).await;
    let staff = &cast.staff.client;
    let photo = shown(staff, &made).await;
    let paper = staff.request(Method::POST, &format!("{}/attachments", path_of(&made))).once();
    let paper = paper.body("application/pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n".to_vec()).await.expect(201);
    let reply = tried(staff, &made, "show-evidence", json!({ "attachment_id": paper["id"] })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/attachment_id not_a_photo"]);
    let reply = tried(staff, &made, "show-evidence", json!({ "attachment_id": uuid::Uuid::new_v4() })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/attachment_id unknown"]);
    let of_photo = json!({ "attachment_id": photo["id"] });
    let now = moved(staff, &made, "show-evidence", of_photo.clone()).await;
    assert_eq!(now["evidence"][0]["published"], true);
    assert_eq!(moved(staff, &made, "hide-evidence", of_photo).await["evidence"][0]["published"], false);
}

async fn a_file_of_one_commitment_is_not_another_ones(world: World) {
    let cast = world.cast().await;
    let (one, other) = (promised(&cast, json!({})).await, promised(&cast, json!({})).await);
    let photo = shown(&cast.staff.client, &one).await;
    let path = format!("{}/attachments/{}", path_of(&other), photo["id"].as_str().unwrap());
    cast.staff.client.get(&path).await.refused(404, "not_found");
    let case = world.case(&cast.near).await;
    let path = format!("{}/attachments/{}", case.path(), photo["id"].as_str().unwrap());
    cast.staff.client.get(&path).await.refused(404, "not_found");
}
