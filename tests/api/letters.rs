//! Templates of letters, and the letters made of them.

use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Cast, Client, World, on_both_engines};

on_both_engines! {
    a_template_is_made_changed_and_deleted;
    a_letter_says_in_the_reporters_language_what_the_case_says;
    a_letter_tells_what_the_case_has_nothing_for;
    a_placeholder_that_there_is_none_of_is_refused;
    a_template_belongs_to_its_programme;
    letters_of_a_protected_case_are_for_protection;
    many_are_acknowledged_each_with_a_letter_of_its_own;
    there_is_room_for_a_hundred;
}

fn template(cast: &Cast, text: &str) -> Value {
    let texts = json!({ "ky": format!("Саламатсызбы! {text}"), "ru": format!("Здравствуйте! {text}"), "en": text });
    json!({ "programme_id": cast.programme, "names": { "ky": "Окудук", "ru": "Прочли", "en": "Read" }, "bodies": texts })
}

async fn kept(client: &Client, template: Value) -> Value {
    client.post("/letter-templates", template).once().await.expect(201)
}

async fn a_template_is_made_changed_and_deleted(world: World) {
    let cast = world.cast().await;
    for client in [&cast.staff.client, &cast.protection.client, &cast.admin.client] {
        let made = kept(client, template(&cast, "{reference}")).await;
        assert_eq!(made["actions"], json!(["update_letter_template", "delete_letter_template"]));
        let path = format!("/letter-templates/{}", made["id"].as_str().unwrap());
        assert_eq!(client.get(&path).await.expect(200), made);
        assert_eq!(cast.staff.client.get("/letter-templates").await.expect(200)["items"], json!([made]));
        let bodies = json!({ "ky": "а", "ru": "б", "en": "c" });
        let changed = client.patch(&path, json!({ "bodies": bodies })).at(1).await.expect(200);
        assert_eq!((&changed["bodies"], &changed["names"]), (&bodies, &made["names"]));
        client.patch(&path, json!({})).at(1).await.refused(412, "stale");
        assert_eq!(client.delete(&path).at(2).await.status, 204);
        client.get(&path).await.refused(404, "not_found");
    }
}

async fn a_letter_says_in_the_reporters_language_what_the_case_says(world: World) {
    let cast = world.cast().await;
    let text = "{reference}|{state}|{category}|{place}|{site}|{submitted_on}|{programme}";
    kept(&cast.admin.client, template(&cast, text)).await;
    let case = world.accepted(&cast, &cast.near).await;
    let letters = cast.staff.client.get(&format!("{}/letters", case.path())).await;
    let letter = letters.expect(200)["items"][0].clone();
    let today = chrono::Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).format("%d.%m.%Y");
    let place = case.seen_by(&cast.staff.client).await.expect(200)["place"]["names"]["ky"].clone();
    let expected = format!(
        "Саламатсызбы! {}|Ишке алынды|Аба жана чаң|{}|Ak-Tash|{today}|Dialogue",
        case.reference,
        place.as_str().unwrap()
    );
    assert_eq!((&letter["text"], &letter["missing"]), (&json!(expected), &json!([])));
    assert_eq!(letter["names"]["ru"], "Прочли");
    for identity in ["Айгүл", "555"] {
        assert!(!letters.text().contains(identity));
    }
}

async fn a_letter_tells_what_the_case_has_nothing_for(world: World) {
    let cast = world.cast().await;
    kept(&cast.staff.client, template(&cast, "{site}, {category}")).await;
    let mut russian = words(cast.near.aimak);
    russian["language"] = json!("ru");
    let case = world.submit(russian).await;
    let letters = cast.staff.client.get(&format!("{}/letters", case.path())).await.expect(200);
    let letter = &letters["items"][0];
    assert_eq!((&letter["text"], &letter["missing"]), (&json!("Здравствуйте! …, …"), &json!(["site", "category"])));
}

async fn a_placeholder_that_there_is_none_of_is_refused(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for text in ["{name}", "{contact}", "{Reference}", "{}"] {
        let reply = staff.post("/letter-templates", template(&cast, text)).once().await;
        let each = ["en", "ky", "ru"].map(|language| format!("/bodies/{language} unknown_placeholder"));
        let mut refused = reply.refused(422, "invalid");
        refused.sort();
        assert_eq!(refused, each, "{text}");
    }
    let made = kept(staff, template(&cast, "Hello")).await;
    let path = format!("/letter-templates/{}", made["id"].as_str().unwrap());
    let bodies = json!({ "ky": "{name}", "ru": "a", "en": "a" });
    let reply = staff.patch(&path, json!({ "bodies": bodies })).at(1).await;
    assert_eq!(reply.refused(422, "invalid"), ["/bodies/ky unknown_placeholder"]);
}

async fn a_template_belongs_to_its_programme(world: World) {
    let cast = world.cast().await;
    let made = kept(&cast.staff.client, template(&cast, "Hello")).await;
    let other = &cast.other_staff.client;
    let path = format!("/letter-templates/{}", made["id"].as_str().unwrap());
    assert_eq!(other.get("/letter-templates").await.expect(200)["items"], json!([]));
    other.get(&path).await.refused(404, "not_found");
    other.patch(&path, json!({})).at(1).await.refused(404, "not_found");
    other.delete(&path).at(1).await.refused(404, "not_found");
    let reply = other.post("/letter-templates", template(&cast, "Hello")).once().await;
    assert_eq!(reply.refused(422, "invalid"), ["/programme_id unknown"]);
    let case = world.case(&cast.near).await;
    other.get(&format!("{}/letters", case.path())).await.refused(404, "not_found");
    cast.near.company.client.get("/letter-templates").await.refused(403, "forbidden");
}

async fn letters_of_a_protected_case_are_for_protection(world: World) {
    let cast = world.cast().await;
    kept(&cast.staff.client, template(&cast, "{reference}")).await;
    let case = world.protected(&cast, &cast.near).await;
    let path = format!("{}/letters", case.path());
    cast.staff.client.get(&path).await.refused(404, "not_found");
    assert!(cast.protection.client.get(&path).await.text().contains(&case.reference));
}

async fn many_are_acknowledged_each_with_a_letter_of_its_own(world: World) {
    let cast = world.cast().await;
    let made = kept(&cast.staff.client, template(&cast, "{reference}")).await;
    let kyrgyz = world.case(&cast.near).await;
    let mut words = words(cast.near.aimak);
    words["language"] = json!("ru");
    let russian = world.submit(words).await;
    let cases = json!([{ "id": kyrgyz.id, "version": 1 }, { "id": russian.id, "version": 1 }]);
    let send = |more: Value| {
        let mut body = json!({ "cases": cases, "template_id": made["id"] });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        cast.staff.client.post("/grievances/acknowledge", body).once()
    };
    let reply = send(json!({ "message": "Hello" })).await;
    assert_eq!(reply.refused(422, "invalid"), ["/template_id not_with_message"]);
    let lost = send(json!({ "template_id": cast.staff.id })).await.expect(200);
    assert_eq!(lost["items"][1]["problem"]["fields"][0], json!({ "pointer": "/template_id", "code": "unknown" }));
    assert_eq!(send(json!({})).await.expect(200)["done"], 2);
    for (case, greeting) in [(&kyrgyz, "Саламатсызбы!"), (&russian, "Здравствуйте!")] {
        let seen = case.reporter.get("/my-case").await.expect(200);
        assert_eq!(seen["messages"][0]["body"], format!("{greeting} {}", case.reference));
    }
}

async fn there_is_room_for_a_hundred(world: World) {
    let cast = world.cast().await;
    for _ in 0..100 {
        kept(&cast.staff.client, template(&cast, "Hello")).await;
    }
    let reply = cast.staff.client.post("/letter-templates", template(&cast, "Hello")).once().await;
    reply.refused(409, "too_many_templates");
}
