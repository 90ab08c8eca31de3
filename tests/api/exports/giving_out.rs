//! To whom a file is given, and to whom no more.

use chrono::Utc;
use serde_json::json;

use super::{csv, exported, fetch, stored};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_file_is_its_makers_alone;
    who_reaches_no_further_gets_the_file_no_more;
    a_file_with_a_case_that_went_under_protection_is_given_out_no_more;
    a_file_with_words_that_were_erased_is_given_out_no_more;
    no_word_of_it_lies_in_the_clear;
}

async fn a_file_is_its_makers_alone(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "").await;
    let path = format!("/exports/{}", export["id"].as_str().unwrap());
    for other in [&cast.second_staff, &cast.protection, &cast.near.company] {
        assert_eq!(other.client.get("/exports").await.expect(200)["items"], json!([]));
        other.client.get(&path).await.refused(404, "not_found");
        other.client.get(&format!("{path}/file")).await.refused(404, "not_found");
        other.client.delete(&path).at(&export["version"]).await.refused(404, "not_found");
    }
    assert_eq!(cast.staff.client.get("/exports").await.expect(200)["items"], json!([export]));
}

async fn who_reaches_no_further_gets_the_file_no_more(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::{account_programmes, accounts};
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "").await;
    assert_eq!(fetch(&cast.staff.client, &export).await.status, 200);
    let (id, programme) = (cast.staff.id, cast.programme);
    let member = move || account_programmes::table.find((id, programme));
    world.change(move |conn| Ok(diesel::delete(member()).execute(conn).map(drop)?)).await;
    fetch(&cast.staff.client, &export).await.refused(404, "not_found");
    let again = (account_programmes::account_id.eq(id), account_programmes::programme_id.eq(programme));
    world
        .change(move |conn| Ok(diesel::insert_into(account_programmes::table).values(again).execute(conn).map(drop)?))
        .await;
    assert_eq!(fetch(&cast.staff.client, &export).await.status, 200);
    let demoted = move |conn: &mut maslahat::db::Conn| {
        Ok(diesel::update(accounts::table.find(id)).set(accounts::role.eq("company")).execute(conn).map(drop)?)
    };
    world.change(demoted).await;
    fetch(&cast.staff.client, &export).await.refused(404, "not_found");
}

async fn a_file_with_a_case_that_went_under_protection_is_given_out_no_more(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    world.released(&cast, &cast.near).await;
    let (staff, company) = (&cast.staff.client, &cast.near.company.client);
    let (of_staff, of_company) = (exported(staff, "csv", "").await, exported(company, "csv", "").await);
    case.moved(staff, "protect", json!({})).await.expect(204);
    fetch(staff, &of_staff).await.refused(404, "not_found");
    assert_eq!(staff.get("/exports").await.expect(200)["items"], json!([]));
    // It never was in the company's list: to it, nothing has happened.
    assert_eq!(company.get("/exports").await.expect(200)["items"], json!([of_company]));
    assert!(!fetch(company, &of_company).await.text().contains(&case.reference));
    assert!(!csv(staff, "").await.contains(&case.reference));
}

async fn a_file_with_words_that_were_erased_is_given_out_no_more(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let staff = &cast.staff.client;
    let export = exported(staff, "xlsx", "").await;
    let whole = json!({ "reason": "She asked for it.", "words": true, "files": false, "receipt": false });
    case.moved(&cast.protection.client, "erase", whole).await.expect(200);
    fetch(staff, &export).await.refused(404, "not_found");
    maslahat::exports::tidy(&world.system, Utc::now()).await.unwrap();
    assert_eq!(world.files_kept(), 0, "nor does it lie anywhere");
}

async fn no_word_of_it_lies_in_the_clear(world: World) {
    let cast = world.cast().await;
    let case = world.case(&cast.near).await;
    for format in ["csv", "xlsx"] {
        exported(&cast.staff.client, format, "").await;
    }
    let files = stored(&world);
    assert_eq!(files.len(), 2);
    for file in files {
        let bytes = std::fs::read(file).unwrap();
        for words in [case.reference.as_bytes(), b"PK\x03\x04", "Кендин".as_bytes()] {
            assert!(!bytes.windows(words.len()).any(|window| window == words));
        }
    }
    let under_way = std::fs::read_dir(world.data().join("exports-under-way")).unwrap().count();
    assert_eq!(under_way, 0, "rows of a workbook lie in a file without a name");
}
