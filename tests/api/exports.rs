//! Lists of cases as files.

use std::io::Read;
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use crate::support::case::words;
use crate::support::{Client, Reply, World, on_both_engines};

on_both_engines! {
    a_list_becomes_a_table_of_comma_separated_values;
    a_list_becomes_a_workbook;
    the_file_holds_what_the_list_would_show;
    everybody_gets_the_columns_of_their_own_view;
    nothing_in_a_file_is_run_by_a_spreadsheet;
    a_file_is_its_makers_alone;
    who_reaches_no_further_gets_the_file_no_more;
    a_file_with_a_case_that_went_under_protection_is_given_out_no_more;
    a_file_with_words_that_were_erased_is_given_out_no_more;
    a_file_is_deleted_after_a_day;
    a_deleted_export_leaves_nothing;
    what_broke_off_is_given_up;
    an_export_sent_twice_is_one;
    a_query_that_the_list_would_refuse_is_refused;
    three_may_be_under_way;
    each_step_is_in_the_audit_trail;
    no_word_of_it_lies_in_the_clear;
}

/// Asks for a file and waits until it is there.
pub async fn exported(client: &Client, format: &str, query: &str) -> Value {
    let new = json!({ "format": format, "language": "en", "query": query });
    let export = client.post("/exports", new).once().await.expect(201);
    finished(client, export["id"].as_str().unwrap()).await
}

async fn finished(client: &Client, id: &str) -> Value {
    for _ in 0..200 {
        let export = client.get(&format!("/exports/{id}")).await.expect(200);
        if ["ready", "failed"].contains(&export["state"].as_str().unwrap()) {
            return export;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the export does not end");
}

async fn fetch(client: &Client, export: &Value) -> Reply {
    client.get(&format!("/exports/{}/file", export["id"].as_str().unwrap())).await
}

async fn csv(client: &Client, query: &str) -> String {
    let export = exported(client, "csv", query).await;
    assert_eq!(export["state"], "ready", "{export}");
    fetch(client, &export).await.text()
}

async fn a_list_becomes_a_table_of_comma_separated_values(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let export = exported(&cast.staff.client, "csv", "").await;
    assert_eq!(
        (&export["rows_done"], &export["rows_total"], &export["truncated"]),
        (&json!(1), &json!(1), &json!(false))
    );
    assert_eq!(export["actions"], json!(["get_export_file", "delete_export"]));
    let file = fetch(&cast.staff.client, &export).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"maslahat-"));
    assert_eq!(export["size"], file.bytes.len());
    let text = file.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("\"Reference\",\"State\",\"Severity\",\"About\""), "{}", lines[0]);
    let place = case.seen_by(&cast.staff.client).await.expect(200)["place"]["names"]["en"].clone();
    let beginning =
        format!("\"{}\",\"Taken up\",\"Medium\",\"Air and dust\",{place},\"Ak-Tash\",\"staff\"", case.reference);
    assert!(lines[1].starts_with(&beginning), "{} {beginning}", lines[1]);
}

async fn a_list_becomes_a_workbook(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    let export = exported(&cast.staff.client, "xlsx", "").await;
    let file = fetch(&cast.staff.client, &export).await;
    assert_eq!(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let sheet = sheet(&file.bytes);
    assert!(sheet.contains(&case.reference) && sheet.contains("Taken up") && sheet.contains("Reference"), "{sheet}");
    assert!(!sheet.contains("<f>"), "no formula");
}

/// The rows of a workbook, as they are in it.
fn sheet(bytes: &[u8]) -> String {
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut text = String::new();
    book.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

async fn the_file_holds_what_the_list_would_show(world: World) {
    let cast = world.cast().await;
    let mut made = vec![];
    for _ in 0..3 {
        made.push(world.case(&cast.near).await.reference);
    }
    let far = world.case(&cast.far).await.reference;
    let protected = world.protected(&cast, &cast.near).await.reference;
    let staff = &cast.staff.client;
    let references = |text: &str| -> Vec<String> {
        text.lines().skip(1).map(|line| line.split('"').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(references(&csv(staff, "sort=oldest").await), [made.clone(), vec![far.clone()]].concat());
    assert_eq!(references(&csv(staff, &format!("place_id={}", cast.far.aimak)).await), std::slice::from_ref(&far));
    assert_eq!(references(&csv(staff, &format!("q={far}")).await), [far]);
    assert_eq!(references(&csv(staff, "state=resolved").await), Vec::<String>::new());
    assert!(!csv(staff, "").await.contains(&protected));
    assert!(csv(&cast.protection.client, "").await.contains(&protected));
}

async fn everybody_gets_the_columns_of_their_own_view(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    world.accepted(&cast, &cast.near).await;
    let narrative = words(cast.near.aimak)["narrative"].as_str().unwrap().to_owned();
    let beginning = narrative.chars().take(30).collect::<String>();
    assert!(csv(&cast.staff.client, "").await.contains(&beginning));
    let day = Utc::now().with_timezone(&chrono_tz::Asia::Bishkek).format("%d.%m.%Y").to_string();
    for person in [&cast.near.company, &cast.near.authority, &cast.near.community] {
        let text = csv(&person.client, "").await;
        assert_eq!(text.lines().count(), 2, "{text}");
        assert!(text.contains(&case.reference) && text.contains("Residents report dust"), "{text}");
        assert!(!text.contains(&beginning) && !text.contains(&day) && !text.contains("staff"), "{text}");
    }
    for person in [&cast.far.company, &cast.far.authority, &cast.other_staff] {
        assert_eq!(csv(&person.client, "").await.lines().count(), 1, "headings alone");
    }
    let new = json!({ "format": "csv", "language": "en", "query": "" });
    cast.admin.client.post("/exports", new.clone()).once().await.refused(403, "forbidden");
    cast.partner.post("/exports", new).once().await.refused(403, "forbidden");
}

async fn nothing_in_a_file_is_run_by_a_spreadsheet(world: World) {
    let cast = world.cast().await;
    let mut sly = words(cast.near.aimak);
    sly["narrative"] = json!("=HYPERLINK(\"https://evil.example\",\"Суу\")");
    world.submit(sly).await;
    let text = csv(&cast.staff.client, "").await;
    assert!(text.contains("\"'=HYPERLINK(\"\"https"), "{text}");
    let export = exported(&cast.staff.client, "xlsx", "").await;
    let sheet = sheet(&fetch(&cast.staff.client, &export).await.bytes);
    assert!(sheet.contains("=HYPERLINK") && !sheet.contains("<f>"), "text, not a formula: {sheet}");
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

/// The names of all files that the server keeps of exports.
fn stored(world: &World) -> Vec<String> {
    let folder = world.data().join("files/exports");
    let mut found = vec![];
    for export in std::fs::read_dir(folder).into_iter().flatten() {
        found.extend(
            std::fs::read_dir(export.unwrap().path()).unwrap().map(|file| file.unwrap().path().display().to_string()),
        );
    }
    found
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

async fn a_file_is_deleted_after_a_day(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "").await;
    assert_eq!(stored(&world).len(), 1);
    let now = Utc::now();
    maslahat::exports::tidy(&world.system, now + TimeDelta::hours(23)).await.unwrap();
    assert_eq!(fetch(&cast.staff.client, &export).await.status, 200);
    maslahat::exports::tidy(&world.system, now + TimeDelta::hours(25)).await.unwrap();
    assert_eq!(stored(&world), Vec::<String>::new());
    fetch(&cast.staff.client, &export).await.refused(404, "not_found");
    assert_eq!(cast.staff.client.get("/exports").await.expect(200)["items"], json!([]));
}

async fn a_deleted_export_leaves_nothing(world: World) {
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "xlsx", "").await;
    let path = format!("/exports/{}", export["id"].as_str().unwrap());
    cast.staff.client.delete(&path).at(1).await.refused(412, "stale");
    assert_eq!(cast.staff.client.delete(&path).at(&export["version"]).await.status, 204);
    cast.staff.client.get(&path).await.refused(404, "not_found");
    assert_eq!(stored(&world), Vec::<String>::new());
    // What a server left that ended between the row and the files.
    world.system.files.put_at("exports/01890000-0000-7000-8000-000000000000/000000", b"stray").await.unwrap();
    maslahat::exports::tidy(&world.system, Utc::now()).await.unwrap();
    assert_eq!(stored(&world), Vec::<String>::new());
}

async fn what_broke_off_is_given_up(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::exports;
    let cast = world.cast().await;
    let export = exported(&cast.staff.client, "csv", "").await;
    world
        .change(|conn| Ok(diesel::update(exports::table).set(exports::state.eq("running")).execute(conn).map(drop)?))
        .await;
    fetch(&cast.staff.client, &export).await.refused(409, "not_ready");
    maslahat::exports::tidy(&world.system, Utc::now() + TimeDelta::minutes(6)).await.unwrap();
    let failed = finished(&cast.staff.client, export["id"].as_str().unwrap()).await;
    assert_eq!((&failed["state"], &failed["actions"]), (&json!("failed"), &json!(["delete_export"])));
}

async fn an_export_sent_twice_is_one(world: World) {
    let cast = world.cast().await;
    let new = json!({ "format": "csv", "language": "ru", "query": "state=submitted" });
    let send = || cast.staff.client.post("/exports", new.clone()).key("a-key-of-an-export-1");
    let first = send().await.expect(201);
    assert_eq!(send().await.expect(201), first);
    finished(&cast.staff.client, first["id"].as_str().unwrap()).await;
    assert_eq!(cast.staff.client.get("/exports").await.expect(200)["items"].as_array().unwrap().len(), 1);
}

async fn a_query_that_the_list_would_refuse_is_refused(world: World) {
    let cast = world.cast().await;
    let ask = |client: &Client, query: &str| {
        client.post("/exports", json!({ "format": "csv", "language": "ky", "query": query })).once()
    };
    for query in ["stat=submitted", "limit=10", "q=ab"] {
        assert_eq!(ask(&cast.staff.client, query).await.refused(422, "invalid"), ["/query invalid"], "{query}");
    }
    for query in [format!("owner_id={}", cast.staff.id), format!("place_id={}", cast.near.aimak)] {
        let reply = ask(&cast.near.company.client, &query).await;
        assert_eq!(reply.refused(422, "invalid"), ["/query invalid"], "{query}");
    }
}

async fn three_may_be_under_way(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::exports;
    let cast = world.cast().await;
    for _ in 0..3 {
        exported(&cast.staff.client, "csv", "").await;
    }
    world
        .change(|conn| Ok(diesel::update(exports::table).set(exports::state.eq("waiting")).execute(conn).map(drop)?))
        .await;
    let new = json!({ "format": "csv", "language": "ky", "query": "" });
    cast.staff.client.post("/exports", new.clone()).once().await.refused(409, "too_many_exports");
    cast.second_staff.client.post("/exports", new).once().await.expect(201);
}

async fn each_step_is_in_the_audit_trail(world: World) {
    use diesel::prelude::*;
    use maslahat::schema::audit_entries;
    let cast = world.cast().await;
    world.case(&cast.near).await;
    let export = exported(&cast.staff.client, "csv", "q=жүк ташуучу").await;
    fetch(&cast.staff.client, &export).await;
    let path = format!("/exports/{}", export["id"].as_str().unwrap());
    assert_eq!(cast.staff.client.delete(&path).at(&export["version"]).await.status, 204);
    let id = export["id"].as_str().unwrap().to_owned();
    let trail: Vec<(String, String)> = world
        .look(move |conn| {
            let of_export = audit_entries::table.filter(audit_entries::subject_id.eq(id)).order(audit_entries::seq);
            Ok(of_export.select((audit_entries::operation, audit_entries::detail)).load(conn)?)
        })
        .await;
    let entry = |operation: &str, detail: &str| (operation.to_owned(), detail.to_owned());
    let expected = [
        entry("create_export", "asked for, csv"),
        entry("create_export", "1 rows"),
        entry("get_export_file", ""),
        entry("delete_export", ""),
    ];
    assert_eq!(trail, expected);
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
