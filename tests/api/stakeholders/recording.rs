//! Recording and changing.

use serde_json::json;

use super::{agreed, kinds_of_events, path_of, person, record, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_person_is_recorded_with_all_that_is_known;
    a_create_that_is_sent_again_is_done_once;
    what_can_not_be_is_refused_by_field;
    a_change_changes_what_it_names_and_is_in_the_history;
    a_change_that_changes_nothing_is_none;
    a_stale_change_is_refused;
    a_change_is_held_to_the_same_rules;
}

async fn a_person_is_recorded_with_all_that_is_known(world: World) {
    let cast = world.cast().await;
    let body = with(
        person(&cast, " Айгүл Эсенова "),
        json!({
            "category": "womens_group", "position": "жайыт комитети", "organisation_id": cast.ngo, "sex": "female",
            "birth_year": 1979, "languages": ["ky", "ru", "ky"], "tags": ["Суу", "суу", "Жайыт  комитети"],
            "contact": { "phone": "+996 555 12-34-56", "email": "aigul@example.org", "address": "Ленин көчөсү 4" },
            "assessment": { "influence": 4, "interest": 5, "stance": -1, "reason": "Чогулушта баары уккан." },
            "consent": agreed(),
        }),
    );
    let made = record(&cast.staff.client, body).await;
    assert_eq!(made["name"], "Айгүл Эсенова");
    assert_eq!(made["organisation"]["names"]["en"], "Yntymak");
    assert_eq!(made["languages"], json!(["ky", "ru"]));
    assert_eq!(made["tags"], json!(["суу", "жайыт комитети"]));
    assert_eq!(made["contact"], json!({ "phone": "••• 56", "email": "a•••@•••", "address": "•••" }));
    assert_eq!(made["age_band"], "from36");
    assert_eq!((&made["assessment"]["influence"], &made["assessment"]["stance"]), (&json!(4), &json!(-1)));
    assert_eq!(made["consent"]["standing"], "given");
    assert_eq!(made["created_by"]["id"], json!(cast.staff.id));
    let actions =
        ["update_stakeholder", "reassess_stakeholder", "withdraw_stakeholder_consent", "get_stakeholder_contact"];
    assert_eq!(made["actions"], json!(actions));
    assert_eq!(cast.second_staff.client.get(&path_of(&made)).await.expect(200), made);
    assert_eq!(kinds_of_events(&cast.staff.client, &made).await, ["assessed", "consent_given", "created"]);
}

async fn a_create_that_is_sent_again_is_done_once(world: World) {
    let cast = world.cast().await;
    let key = uuid::Uuid::new_v4().to_string();
    let body = person(&cast, "Бакыт");
    let first = cast.staff.client.post("/stakeholders", body.clone()).key(&key).await.expect(201);
    let again = cast.staff.client.post("/stakeholders", body).key(&key).await.expect(201);
    assert_eq!(first, again);
    let other = cast.staff.client.post("/stakeholders", person(&cast, "Башка")).key(&key).await;
    assert_eq!(other.refused(422, "invalid"), [" idempotency_key_reused"]);
    cast.staff.client.post("/stakeholders", person(&cast, "Бакыт")).await.refused(400, "idempotency_key_required");
}

async fn what_can_not_be_is_refused_by_field(world: World) {
    let cast = world.cast().await;
    let nobody = uuid::Uuid::new_v4();
    let contact = json!({ "phone": "0555 123456" });
    for (more, refused) in [
        (json!({ "name": "  " }), "/name too_short"),
        (json!({ "programme_id": nobody }), "/programme_id unknown"),
        (json!({ "place_id": nobody }), "/place_id unknown"),
        (json!({ "organisation_id": nobody }), "/organisation_id unknown"),
        (json!({ "category": "king" }), "/category invalid"),
        (json!({ "birth_year": 1899 }), "/birth_year too_small"),
        (json!({ "birth_year": 3000 }), "/birth_year in_the_future"),
        (json!({ "birth_year": 2020 }), "/birth_year too_young"),
        (json!({ "birth_year": 1970, "age_band": "from36" }), "/age_band not_with_birth_year"),
        (json!({ "kind": "group", "sex": "female" }), "/sex not_of_a_group"),
        (json!({ "tags": ["water", "50%"] }), "/tags/1 invalid"),
        (json!({ "contact": contact }), "/contact without_consent"),
        (json!({ "contact": {}, "consent": agreed() }), "/contact empty"),
        (json!({ "contact": { "phone": "call me" }, "consent": agreed() }), "/contact/phone invalid"),
        (json!({ "contact": { "email": "nobody" }, "consent": agreed() }), "/contact/email email"),
        (json!({ "consent": with(agreed(), json!({ "given_on": "2999-01-01" })) }), "/consent/given_on in_the_future"),
        (
            json!({ "assessment": { "influence": 6, "interest": 1, "stance": 0, "reason": "Why" } }),
            "/assessment/influence too_large",
        ),
        (json!({ "stance": 1 }), "/stance unknown"),
    ] {
        let reply = cast.staff.client.post("/stakeholders", with(person(&cast, "Бакыт"), more.clone())).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{more}");
    }
    assert_eq!(cast.staff.client.get("/stakeholders").await.expect(200)["items"], json!([]));
}

async fn a_change_changes_what_it_names_and_is_in_the_history(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, with(person(&cast, "Бакыт"), json!({ "tags": ["суу"], "birth_year": 1950 }))).await;
    let change = json!({
        "name": "Бакыт аке", "category": "elders", "place_id": cast.far.aimak, "birth_year": null, "age_band": "from60",
        "tags": ["жол"], "languages": ["en"],
    });
    let changed = cast.second_staff.client.patch(&path_of(&made), change).at(1).await.expect(200);
    assert_eq!((&changed["version"], &changed["name"]), (&json!(2), &json!("Бакыт аке")));
    assert_eq!(changed["place"]["id"], json!(cast.far.aimak));
    assert_eq!((&changed["birth_year"], &changed["age_band"]), (&json!(null), &json!("from60")));
    let history = staff.get(&format!("{}/history", path_of(&made))).await.expect(200);
    assert_eq!(history["items"][0]["by"]["id"], json!(cast.second_staff.id));
    let fields = json!(["category", "name", "place", "birth_year", "age_band", "languages", "tags"]);
    assert_eq!(history["items"][0]["fields"], fields);
    assert_eq!(super::names(staff, "tag=жол").await, ["Бакыт аке"]);
    assert_eq!(super::names(staff, "tag=суу").await, Vec::<String>::new());
    assert_eq!(super::names(staff, "q=АКЕ").await, ["Бакыт аке"]);
    assert_eq!(super::names(staff, &format!("place_id={}", cast.near.aimak)).await, Vec::<String>::new());
}

async fn a_change_that_changes_nothing_is_none(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, with(person(&cast, "Бакыт"), json!({ "tags": ["суу"] }))).await;
    let same = json!({ "name": "Бакыт", "tags": ["Суу"], "position": null, "contact": null });
    let kept = cast.staff.client.patch(&path_of(&made), same).at(1).await.expect(200);
    assert_eq!(kept, made);
    assert_eq!(kinds_of_events(&cast.staff.client, &made).await, ["created"]);
}

async fn a_stale_change_is_refused(world: World) {
    let cast = world.cast().await;
    let made = record(&cast.staff.client, person(&cast, "Бакыт")).await;
    let path = path_of(&made);
    cast.staff.client.patch(&path, json!({ "name": "First" })).at(1).await.expect(200);
    cast.staff.client.patch(&path, json!({ "name": "Second" })).at(1).await.refused(412, "stale");
    cast.staff.client.patch(&path, json!({ "name": "Third" })).await.refused(428, "version_required");
    assert_eq!(cast.staff.client.get(&path).await.expect(200)["name"], "First");
}

async fn a_change_is_held_to_the_same_rules(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let made = record(staff, with(person(&cast, "Бакыт"), json!({ "birth_year": 1970 }))).await;
    let group = record(staff, with(person(&cast, "Жамаат"), json!({ "kind": "group" }))).await;
    for (record, change, refused) in [
        (&made, json!({ "age_band": "from36" }), "/age_band not_with_birth_year"),
        (&made, json!({ "name": " " }), "/name too_short"),
        (&made, json!({ "contact": { "phone": "0555 123456" } }), "/contact without_consent"),
        (&made, json!({ "place_id": uuid::Uuid::new_v4() }), "/place_id unknown"),
        (&made, json!({ "kind": "group" }), "/kind unknown"),
        (&group, json!({ "sex": "male" }), "/sex not_of_a_group"),
    ] {
        let reply = staff.patch(&path_of(record), change.clone()).at(1).await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{change}");
    }
}
