//! Signing with an account.

use serde_json::{Value, json};

use super::{moved, on_paper, opened, path_of, side, tried};
use crate::support::{Person, World, enrol, on_both_engines};

on_both_engines! {
    a_side_signs_with_an_account_that_has_a_second_factor;
    nobody_signs_for_another_side;
    the_first_page_tells_what_is_to_be_signed;
}

/// Gives somebody a second factor.
async fn with_factor(world: &World, person: &Person) {
    let (id, factors) = (person.id, world.system.factors.clone());
    world.change(move |conn| enrol(conn, &factors, id)).await;
}

async fn a_side_signs_with_an_account_that_has_a_second_factor(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let (company, community) = (&cast.near.company, &cast.near.community);
    let own = |number| json!({ "side_id": side(&made, number) });
    let seen = company.client.get(&path_of(&made)).await.expect(200);
    assert_eq!(seen["actions"], json!(["sign_agreement"]));
    assert_eq!((&seen["sides"][0]["own"], &seen["sides"][1]["own"]), (&json!(true), &json!(false)));
    tried(&company.client, &made, "sign", own(0)).await.refused(403, "second_factor_needed");
    assert_eq!(cast.staff.client.get(&path_of(&made)).await.expect(200)["sides"][0]["signature"], Value::Null);
    with_factor(&world, company).await;
    with_factor(&world, community).await;
    let one = moved(&company.client, &made, "sign", own(0)).await;
    assert_eq!(
        (&one["state"], &one["sides"][0]["signature"]["form"]),
        (&json!("open_for_signature"), &json!("account"))
    );
    tried(&company.client, &made, "sign", own(0)).await.refused(409, "already_signed");
    let both = moved(&community.client, &made, "sign", own(1)).await;
    assert_eq!(
        (&both["state"], &both["revision_in_force"], &both["actions"]),
        (&json!("in_force"), &json!(1), &json!([]))
    );
}

async fn nobody_signs_for_another_side(world: World) {
    let cast = world.cast().await;
    let made = opened(&cast, json!({})).await;
    let (company, community) = (&cast.near.company, &cast.near.community);
    with_factor(&world, company).await;
    with_factor(&world, community).await;
    for (client, number) in [(&company.client, 1), (&community.client, 0), (&cast.staff.client, 0)] {
        let reply = tried(client, &made, "sign", json!({ "side_id": side(&made, number) })).await;
        assert_eq!(reply.refused(422, "invalid"), ["/side_id not_yours"]);
    }
    with_factor(&world, &cast.far.company).await;
    let path = format!("{}/sign", path_of(&made));
    let body = json!({ "side_id": side(&made, 0) });
    for client in [&cast.far.company.client, &cast.far.community.client, &cast.near.authority.client] {
        let reply = client.post(&path, body.clone()).at(2).await;
        assert_eq!(reply.status, 404, "{}", reply.text());
    }
}

async fn the_first_page_tells_what_is_to_be_signed(world: World) {
    let cast = world.cast().await;
    let waits = async |person: &Person| {
        let home = person.client.get("/home").await.expect(200);
        home["unsigned_agreements"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
    };
    let draft = super::drafted(&cast, json!({})).await;
    assert_eq!(waits(&cast.near.company).await, Vec::<Value>::new(), "a draft waits for nobody");
    let made = moved(&cast.staff.client, &draft, "open", Value::Null).await;
    for person in [&cast.near.company, &cast.near.community] {
        assert_eq!(waits(person).await, [made["id"].clone()]);
    }
    for person in [&cast.far.company, &cast.far.community, &cast.near.authority, &cast.staff] {
        assert_eq!(waits(person).await, Vec::<Value>::new());
    }
    moved(&cast.staff.client, &made, "record-signature", on_paper(&cast, &made, 0).await).await;
    assert_eq!(waits(&cast.near.company).await, Vec::<Value>::new());
    assert_eq!(waits(&cast.near.community).await, [made["id"].clone()]);
}
