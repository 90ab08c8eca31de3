//! Finding focus groups.

use serde_json::json;

use super::{consented, held, moved, plan, planned, with};
use crate::support::places::JETI_OGUZ;
use crate::support::{Client, World, on_both_engines};

on_both_engines! {
    the_latest_come_first_in_pages_without_gap_or_repeat;
    filters_narrow_the_list_together;
    what_can_not_be_asked_is_refused;
}

async fn titles(client: &Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/focus-groups?{query}")).await.expect(200);
    page["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

async fn the_latest_come_first_in_pages_without_gap_or_repeat(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for number in 0..7 {
        // Two at a time: the id breaks the tie.
        let at = format!("2026-06-{:02}T04:00:00Z", 10 + number / 2);
        planned(staff, with(plan(&cast, &number.to_string()), json!({ "starts_at": at }))).await;
    }
    let whole = titles(staff, "").await;
    assert_eq!((whole.len(), &whole[0]), (7, &"6".to_owned()));
    let (mut seen, mut after) = (vec![], String::new());
    loop {
        let page = staff.get(&format!("/focus-groups?limit=2{after}")).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, whole);
    let total = staff.get("/focus-groups?total=true&limit=1").await.expect(200);
    assert_eq!(total["total"], json!({ "count": 7, "exact": true }));
}

async fn filters_narrow_the_list_together(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let women = json!({ "kind": "women", "site_id": cast.near.site, "starts_at": "2026-07-01T18:30:00Z" });
    planned(staff, with(plan(&cast, "Women"), women)).await;
    let far = json!({ "place_id": cast.far.aimak, "facilitator_id": cast.second_staff.id });
    planned(staff, with(plan(&cast, "Far"), far)).await;
    consented(&cast, "Agreed").await;
    held(&cast, "Held").await;
    assert_eq!(titles(staff, "kind=women").await, ["Women"]);
    assert_eq!(titles(staff, "state=held").await, ["Held"]);
    assert_eq!(titles(staff, &format!("site_id={}", cast.near.site)).await, ["Women"]);
    assert_eq!(titles(staff, &format!("facilitator_id={}", cast.second_staff.id)).await, ["Far"]);
    let near = world.place(JETI_OGUZ).await;
    assert_eq!(titles(staff, &format!("place_id={near}&kind=mixed&state=planned")).await, Vec::<String>::new());
    assert_eq!(titles(staff, &format!("place_id={near}")).await.len(), 3);
    // Half past midnight of the second, in Bishkek.
    assert_eq!(titles(staff, "from=2026-07-02&to=2026-07-02").await, ["Women"]);
    assert_eq!(titles(staff, "from=2026-07-03").await, Vec::<String>::new());
    assert_eq!(titles(staff, "to=2026-06-15&state=planned").await, ["Far"]);
    assert_eq!(titles(staff, "q=WOMEN").await, ["Women"]);
    let path = consented(&cast, "Gone").await;
    moved(staff, &path, "cancel", json!({ "reason": "Nobody came" })).await.expect(200);
    assert_eq!(titles(staff, "state=cancelled").await, ["Gone"]);
}

async fn what_can_not_be_asked_is_refused(world: World) {
    let cast = world.cast().await;
    for (query, refused) in [
        ("state=begun", "?state invalid"),
        ("limit=0", "?limit too_small"),
        ("after=H3g", "?after unknown"),
        ("q=ab%20cd", "?q too_short"),
        ("place_id=0198c2e4-0000-7000-8000-000000000000", "?place_id unknown"),
        ("sort=name", "?sort unknown"),
    ] {
        let reply = cast.staff.client.get(&format!("/focus-groups?{query}")).await;
        assert_eq!(reply.refused(422, "invalid"), [refused]);
    }
}
