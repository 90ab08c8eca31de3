//! Voices: as sensitive as a name.

use diesel::prelude::*;
use maslahat::schema::audit_entries;
use reqwest::Method;

use crate::support::case::Case;
use crate::support::{World, on_both_engines};

on_both_engines! {
    who_fetches_a_recording_is_noted;
    a_recording_stays_with_the_programme;
}

const SOUND: &[u8] =
    b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\x08\0\0\0\x80\x80\x80\x80";

async fn recorded(case: &Case) -> String {
    let upload = case.reporter.request(Method::POST, "/my-case/attachments?name=voice").once();
    let attachment = upload.body("audio/wav", SOUND).await.expect(201);
    assert_eq!((&attachment["class"], &attachment["name"]), (&"recording".into(), &"voice.wav".into()));
    attachment["id"].as_str().unwrap().to_owned()
}

async fn who_fetches_a_recording_is_noted(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    let id = recorded(&case).await;
    let wanted = id.clone();
    let heard_by = async || {
        let wanted = wanted.clone();
        world
            .look(move |conn| {
                let entries = audit_entries::table
                    .filter(audit_entries::operation.eq("get_attachment"))
                    .filter(audit_entries::detail.eq(wanted));
                Ok(entries.select(audit_entries::actor_id).load::<Option<String>>(conn)?)
            })
            .await
    };
    assert!(heard_by().await.is_empty());
    let path = format!("{}/attachments/{id}", case.path());
    assert_eq!(cast.other_staff.client.get(&path).await.status, 404);
    assert_eq!(cast.near.company.client.get(&path).await.status, 403);
    assert_eq!(heard_by().await, [], "who may not hear it did not");
    assert_eq!(cast.staff.client.get(&path).await.bytes, SOUND);
    assert_eq!(heard_by().await, [Some(cast.staff.id.to_string())]);
}

async fn a_recording_stays_with_the_programme(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let id = recorded(&case).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        assert!(!case.seen_by(&person.client).await.text().contains(&id));
    }
    assert!(case.seen_by(&cast.staff.client).await.text().contains(&id));
}
