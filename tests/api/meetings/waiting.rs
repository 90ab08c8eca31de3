//! The first page: meetings that wait for somebody.

use serde_json::{Value, json};

use super::{begun, decided, moved, path_of, proposed, replied, sent};
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    an_invitation_waits_until_it_is_answered;
    a_meeting_waits_for_who_leads_it;
    minutes_wait_for_the_word_of_each_side;
}

async fn waiting(client: &Client) -> Vec<(String, Value)> {
    let home = client.get("/home").await.expect(200);
    let rows = home["waiting_meetings"].as_array().unwrap().iter();
    rows.map(|row| (row["action"].as_str().unwrap().to_owned(), row["meeting"]["id"].clone())).collect()
}

async fn an_invitation_waits_until_it_is_answered(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = sent(&cast, json!({})).await;
    assert_eq!(waiting(company).await, [("answer_meeting_invitation".to_owned(), made["id"].clone())]);
    for client in [&cast.staff.client, &cast.near.authority.client, &cast.admin.client] {
        assert_eq!(waiting(client).await, []);
    }
    let own = company.get(&path_of(&made)).await.expect(200)["own_invitations"][0].clone();
    replied(company, &own, "no", false).await.expect(200);
    assert_eq!(waiting(company).await, []);
}

async fn a_meeting_waits_for_who_leads_it(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = sent(&cast, json!({})).await;
    let item = proposed(&cast.second_staff.client, &made, json!({ "topic": "Dust on the road" })).await;
    assert_eq!(waiting(staff).await, [("accept_agenda_item".to_owned(), made["id"].clone())]);
    assert_eq!(waiting(&cast.second_staff.client).await, [], "who does not lead it does not decide");
    decided(staff, &item, "decline", json!({ "reason": "Next time." })).await.expect(200);
    assert_eq!(waiting(staff).await, []);
    moved(staff, &made, "confirm", json!({})).await;
    begun(&world, &made).await;
    assert_eq!(waiting(staff).await, [("hold_meeting".to_owned(), made["id"].clone())]);
    assert_eq!(waiting(&cast.near.company.client).await, [], "it is too late to answer");
    moved(staff, &made, "hold", json!({})).await;
    assert_eq!(waiting(staff).await, [("draft_meeting_minutes".to_owned(), made["id"].clone())]);
}

async fn minutes_wait_for_the_word_of_each_side(world: World) {
    let cast = world.cast().await;
    let company = &cast.near.company.client;
    let made = super::minutes::put_before_the_sides(&world, &cast, json!({})).await;
    let asked = [("answer_meeting_minutes".to_owned(), made["id"].clone())];
    assert_eq!(waiting(company).await, asked);
    super::minutes::said(company, &made, json!({ "answer": "approved" })).await;
    assert_eq!((waiting(company).await, waiting(&cast.staff.client).await), (vec![], vec![]));
    super::minutes::written(&cast.staff.client, &made, json!([super::minutes::line("Another word.")])).await;
    assert_eq!(waiting(company).await, asked, "a changed text asks again");
}
