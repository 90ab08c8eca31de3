//! What a file holds.

use std::io::Read;

use chrono::Utc;
use serde_json::json;

use super::{csv, exported, fetch};
use crate::support::case::words;
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_list_becomes_a_table_of_comma_separated_values;
    a_list_becomes_a_workbook;
    the_file_holds_what_the_list_would_show;
    everybody_gets_the_columns_of_their_own_view;
    nothing_in_a_file_is_run_by_a_spreadsheet;
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
