//! Finding contacts in the log.

use serde_json::json;

use super::{contact, follow_up, known, log, summaries, with};
use crate::support::{Cast, World, on_both_engines};

on_both_engines! {
    filters_narrow_the_log_together;
    pages_follow_each_other_without_gap_or_repeat_in_every_order;
    the_total_is_told_on_the_first_page;
    what_can_not_be_asked_is_refused;
}

async fn filled(cast: &Cast) -> [String; 2] {
    let (one, two) = (known(cast, "Бакыт").await, known(cast, "Айгүл").await);
    let both = [one.as_str(), two.as_str()];
    for (day, summary, more) in [
        ("2026-05-01", "Суу тууралуу", json!({ "stakeholder_ids": [one] })),
        ("2026-05-03", "Жол тууралуу", json!({ "channel": "phone" })),
        ("2026-05-02", "Чаң тууралуу", json!({ "follow_up": follow_up(cast.staff.id, "2026-06-09") })),
        (
            "2026-05-03",
            "Жайыт",
            json!({ "stakeholder_ids": [two], "follow_up": follow_up(cast.protection.id, "2026-06-01") }),
        ),
    ] {
        let body = with(contact(cast, &both), json!({ "day": day, "summary": summary }));
        log(&cast.staff.client, with(body, more)).await;
    }
    [one, two]
}

async fn filters_narrow_the_log_together(world: World) {
    let cast = world.cast().await;
    let [one, two] = filled(&cast).await;
    let staff = &cast.staff.client;
    assert_eq!(summaries(staff, "").await, ["Жайыт", "Жол тууралуу", "Чаң тууралуу", "Суу тууралуу"]);
    let one = format!("stakeholder_id={one}");
    assert_eq!(summaries(staff, &one).await, ["Жол тууралуу", "Чаң тууралуу", "Суу тууралуу"]);
    assert_eq!(summaries(staff, &format!("{one}&follow_up=open")).await, ["Чаң тууралуу"]);
    assert_eq!(summaries(staff, &format!("stakeholder_id={two}&channel=visit")).await, ["Жайыт", "Чаң тууралуу"]);
    assert_eq!(summaries(staff, "channel=phone").await, ["Жол тууралуу"]);
    assert_eq!(summaries(staff, &format!("owner_id={}", cast.protection.id)).await, ["Жайыт"]);
    assert_eq!(summaries(staff, "from=2026-05-02&to=2026-05-02").await, ["Чаң тууралуу"]);
    assert_eq!(summaries(staff, "to=2026-05-01").await, ["Суу тууралуу"]);
    assert_eq!(summaries(staff, "sort=due").await, ["Жайыт", "Чаң тууралуу"]);
    assert_eq!(summaries(staff, "q=ТУУРАЛУУ&channel=visit").await, ["Чаң тууралуу", "Суу тууралуу"]);
    assert_eq!(summaries(staff, "q=анализ").await.len(), 2, "what is to follow is searched too");
    assert_eq!(summaries(staff, &format!("stakeholder_id={}", uuid::Uuid::new_v4())).await, Vec::<String>::new());
}

async fn pages_follow_each_other_without_gap_or_repeat_in_every_order(world: World) {
    let cast = world.cast().await;
    let one = known(&cast, "Бакыт").await;
    let staff = &cast.staff.client;
    for number in 0..9 {
        // Some share a day: the id breaks the tie.
        let (day, due) = (format!("2026-05-0{}", number % 3 + 1), format!("2026-06-0{}", number / 4 + 1));
        let body = with(contact(&cast, &[&one]), json!({ "day": day, "follow_up": follow_up(cast.staff.id, &due) }));
        log(staff, body).await;
    }
    for query in ["sort=latest".to_owned(), "sort=due".to_owned(), format!("stakeholder_id={one}")] {
        let mut seen = vec![];
        let mut after = String::new();
        loop {
            let page = staff.get(&format!("/engagements?{query}&limit=2{after}")).await.expect(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            let Some(next) = page["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        let whole = staff.get(&format!("/engagements?{query}")).await.expect(200);
        let whole: Vec<_> = whole["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
        assert_eq!((seen.len(), &seen), (9, &whole), "{query}");
    }
}

async fn the_total_is_told_on_the_first_page(world: World) {
    let cast = world.cast().await;
    filled(&cast).await;
    let page = cast.staff.client.get("/engagements?total=true&limit=1&channel=visit").await.expect(200);
    assert_eq!(page["total"], json!({ "count": 3, "exact": true }));
    let next = page["next"].as_str().unwrap();
    let page = cast.staff.client.get(&format!("/engagements?total=true&channel=visit&after={next}")).await.expect(200);
    assert_eq!(page["total"], json!(null));
}

async fn what_can_not_be_asked_is_refused(world: World) {
    let cast = world.cast().await;
    for (query, refused) in [
        ("channel=pigeon", "?channel invalid"),
        ("follow_up=late", "?follow_up invalid"),
        ("from=yesterday", "?from invalid"),
        ("q=су", "?q too_short"),
        ("q=а%20б%20в", "?q too_short"),
        ("limit=0", "?limit too_small"),
        ("after=x", "?after invalid"),
        ("who=me", "?who unknown"),
    ] {
        let reply = cast.staff.client.get(&format!("/engagements?{query}")).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{query}");
    }
}
