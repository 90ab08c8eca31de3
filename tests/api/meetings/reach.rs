//! Whom a meeting exists for.

use serde_json::{Value, json};

use super::{at, changed, invited, moved, path_of, plan, planned, tried};
use crate::commitments::organisation_of;
use crate::support::{Cast, Client, Person, World, on_both_engines};

on_both_engines! {
    nobody_beside_the_programme_knows_of_a_draft;
    a_meeting_of_participants_exists_for_who_is_invited;
    a_public_meeting_exists_for_the_sides_of_its_site_and_place;
    who_is_invited_from_afar_reaches_it;
    staff_of_another_programme_meet_nothing;
    the_sides_lead_no_meeting_on;
}

const TITLE: &str = "Канарейка-Жыйын";

async fn reaches(client: &Client, meeting: &Value) -> bool {
    let (mut found, id) = (vec![], meeting["id"].as_str().unwrap());
    let month = &meeting["starts_at"].as_str().unwrap()[..7];
    for path in ["/meetings?q=канарейка&total=true", &format!("/meetings/month?month={month}"), &path_of(meeting)]
    {
        found.push(client.get(path).await.text().contains(id));
    }
    assert!(found.iter().all(|each| *each == found[0]), "lists and the record agree: {found:?}");
    let all = client.get("/notifications").await.text() + &client.get("/home").await.text();
    assert!(found[0] || !all.contains(id), "{all}");
    found[0]
}

fn sides(cast: &Cast) -> Vec<&Person> {
    let (near, far) = (&cast.near, &cast.far);
    vec![&near.company, &near.authority, &near.community, &far.company, &far.authority, &far.community]
}

fn strangers<'a>(world: &'a World, cast: &'a Cast) -> Vec<&'a Client> {
    vec![&cast.other_staff.client, &cast.admin.client, &cast.partner, &cast.other_partner, &world.stranger]
}

/// Which of the six sides reach it, by what they are.
async fn reaching(cast: &Cast, meeting: &Value) -> Vec<String> {
    let mut all = vec![];
    for person in sides(cast) {
        if reaches(&person.client, meeting).await {
            let side = if cast.near.company.id == person.id
                || cast.near.authority.id == person.id
                || cast.near.community.id == person.id
            {
                "near"
            } else {
                "far"
            };
            all.push(format!("{side} {}", person.email.split('-').next().unwrap()));
        }
    }
    all
}

async fn nobody_beside_the_programme_knows_of_a_draft(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "title": TITLE, "visibility": "public" })).await;
    invited(&cast, &made, json!({ "account_id": cast.near.company.id })).await;
    assert_eq!(reaching(&cast, &made).await, Vec::<String>::new());
    for client in strangers(&world, &cast) {
        assert!(!reaches(client, &made).await);
    }
    for client in [&cast.second_staff.client, &cast.protection.client] {
        assert!(reaches(client, &made).await);
    }
    moved(&cast.staff.client, &made, "cancel", json!({ "reason": "A mistake." })).await;
    assert_eq!(reaching(&cast, &made).await, Vec::<String>::new(), "nor of one that was called off");
}

async fn a_meeting_of_participants_exists_for_who_is_invited(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "title": TITLE })).await;
    invited(&cast, &made, json!({ "account_id": cast.near.community.id })).await;
    let company = organisation_of(&cast.near.company.client).await;
    invited(&cast, &made, json!({ "organisation_id": company })).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    assert_eq!(reaching(&cast, &made).await, ["near company", "near community"]);
    for client in strangers(&world, &cast) {
        assert!(!reaches(client, &made).await);
    }
}

async fn a_public_meeting_exists_for_the_sides_of_its_site_and_place(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "title": TITLE, "visibility": "public" })).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    assert_eq!(reaching(&cast, &made).await, ["near company", "near authority", "near community"]);
    changed(&cast.staff.client, &made, json!({ "site_id": null })).await.expect(200);
    assert_eq!(reaching(&cast, &made).await, ["near authority", "near community"]);
    changed(&cast.staff.client, &made, json!({ "visibility": "participants" })).await.expect(200);
    assert_eq!(reaching(&cast, &made).await, Vec::<String>::new());
    for client in strangers(&world, &cast) {
        assert!(!reaches(client, &made).await);
    }
}

async fn who_is_invited_from_afar_reaches_it(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({ "title": TITLE })).await;
    invited(&cast, &made, json!({ "account_id": cast.far.authority.id })).await;
    moved(&cast.staff.client, &made, "open-agenda", json!({})).await;
    assert_eq!(reaching(&cast, &made).await, ["far authority"]);
}

async fn staff_of_another_programme_meet_nothing(world: World) {
    let cast = world.cast().await;
    let made = planned(&cast, json!({})).await;
    let invitation = invited(&cast, &made, super::named("Асан")).await;
    let item = super::proposed(&cast.staff.client, &made, json!({ "topic": "Dust" })).await;
    let (other, path) = (&cast.other_staff.client, path_of(&made));
    assert_eq!(other.get("/meetings?total=true").await.expect(200)["items"], json!([]));
    other.get(&path).await.refused(404, "not_found");
    other.get(&format!("{path}/invitations")).await.refused(404, "not_found");
    other.patch(&path, json!({ "title": "Another" })).at(1).await.refused(404, "not_found");
    let reason = json!({ "reason": "Because of it." });
    let date = json!({ "starts_at": at(12, 4), "ends_at": at(12, 5) });
    for (made, body) in [
        ("open-agenda", json!({})),
        ("invite", json!({})),
        ("confirm", json!({})),
        ("hold", json!({})),
        ("postpone", reason.clone()),
        ("reschedule", date),
        ("cancel", reason.clone()),
        ("order-agenda", json!({ "items": [] })),
    ] {
        other.post(&format!("{path}/{made}"), body).at(1).await.refused(404, "not_found");
    }
    other.post(&format!("{path}/agenda-items"), json!({ "topic": "Dust" })).once().await.refused(404, "not_found");
    other.post(&format!("{path}/invitations"), super::named("Үсөн")).once().await.refused(404, "not_found");
    for (made, body) in [("accept", json!({})), ("decline", reason)] {
        super::decided(other, &item, made, body).await.refused(404, "not_found");
    }
    for made in ["withdraw", "renew-link"] {
        let path = format!("/meeting-invitations/{}/{made}", invitation["id"].as_str().unwrap());
        other.request(reqwest::Method::POST, &path).at(1).await.refused(404, "not_found");
    }
    let reply = other.post("/meetings", plan(&cast)).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
}

async fn the_sides_lead_no_meeting_on(world: World) {
    let cast = world.cast().await;
    let made = super::opened(&cast, json!({ "visibility": "public" })).await;
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        for name in ["invite", "confirm", "hold"] {
            tried(&person.client, &made, name, json!({})).await.refused(403, "forbidden");
        }
        person.client.get(&format!("{}/invitations", path_of(&made))).await.refused(403, "forbidden");
        let seen = person.client.get(&path_of(&made)).await.expect(200);
        assert_eq!(seen["actions"], json!(["propose_agenda_item"]));
    }
}
