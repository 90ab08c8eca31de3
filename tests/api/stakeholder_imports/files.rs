//! Files as other programs save them.

use serde_json::{Value, json};

use super::{checked, fixture, names, people, run, sent, skipping};
use crate::support::{World, on_both_engines};

on_both_engines! {
    every_program_s_table_becomes_the_same_people;
    an_exported_register_can_be_read_in_again;
    what_is_no_table_is_refused_and_leaves_nothing;
    a_table_with_too_many_rows_is_told_so;
    a_table_without_rows_is_told_so;
}

async fn every_program_s_table_becomes_the_same_people(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    for file in [
        "people.csv",
        "people-excel.csv",
        "people-excel-utf8.csv",
        "people-kyrgyz.csv",
        "people-libreoffice.xlsx",
        "people-openpyxl.xlsx",
    ] {
        let import = checked(&cast, fixture(file)).await;
        assert_eq!((&import["state"], &import["errors"]), (&json!("checked"), &json!(0)), "{file} {import}");
        let understood = import["found"]["columns"].as_array().unwrap();
        assert!(understood.iter().all(|column| !column["field"].is_null()), "{file} {understood:?}");
        let first = file == "people.csv";
        assert_eq!(import["duplicates"], if first { 0 } else { 3 }, "the same three, {file}: {import}");
        let done = run(staff, &import, skipping()).await;
        assert_eq!((&done["state"], &done["added"]), (&json!("done"), &json!(if first { 3 } else { 0 })), "{file}");
    }
    assert_eq!(names(staff).await, ["Айгуль Эсенова", "Бакыт Асанов", "Комитет пастбищ"]);
    let id = people(staff).await[0]["id"].as_str().unwrap().to_owned();
    let woman = staff.get(&format!("/stakeholders/{id}")).await.expect(200);
    for (field, value) in [
        ("category", json!("womens_group")),
        ("position", json!("председатель женсовета")),
        ("sex", json!("female")),
        ("birth_year", json!(1979)),
        ("languages", json!(["ky", "ru"])),
        ("tags", json!(["вода", "пастбище"])),
    ] {
        assert_eq!(woman[field], value, "{field}");
    }
    assert_eq!(woman["contact"]["phone"], "••• 56");
    assert_eq!((&woman["assessment"]["influence"], &woman["assessment"]["stance"]), (&json!(4), &json!(-1)));
    assert_eq!((&woman["consent"]["form"], &woman["consent"]["given_on"]), (&json!("signed"), &json!("2026-03-01")));
    let history = staff.get(&format!("/stakeholders/{id}/history")).await.expect(200);
    let kinds: Vec<&Value> = history["items"].as_array().unwrap().iter().map(|event| &event["kind"]).collect();
    assert_eq!(kinds, ["assessed", "consent_given", "created"]);
    assert_eq!(history["items"][0]["note"], "Взято из таблицы");
    let found = staff.get("/stakeholders?q=женсовет").await.expect(200);
    assert_eq!(found["items"][0]["id"], json!(id), "words are found at once");
}

async fn an_exported_register_can_be_read_in_again(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("people.csv")).await;
    run(staff, &import, skipping()).await;
    for (format, language) in [("csv", "ky"), ("xlsx", "ru"), ("xlsx", "en")] {
        let new = json!({
            "list": "stakeholders", "format": format, "language": language, "query": "", "contacts": true,
        });
        let export = staff.post("/exports", new).once().await.expect(201);
        let export = crate::exports::finished(staff, export["id"].as_str().unwrap()).await;
        let file = staff.get(&format!("/exports/{}/file", export["id"].as_str().unwrap())).await;
        let again = checked(&cast, file.bytes.to_vec()).await;
        assert_eq!((&again["errors"], &again["duplicates"]), (&json!(0), &json!(3)), "{format} {language} {again}");
    }
}

async fn what_is_no_table_is_refused_and_leaves_nothing(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let other_zip = zipped(&[("word/document.xml", b"<x/>")]);
    let bomb = zipped(&[("xl/workbook.xml", b"<x/>"), ("xl/sharedStrings.xml", &vec![b' '; 70 * 1024 * 1024])]);
    for (bytes, code) in [
        (b"\x89PNG\r\n\x1a\n\0\0\0\0".to_vec(), " not_a_table"),
        (other_zip, " not_a_table"),
        (b"PK\x03\x04 not a zip".to_vec(), " unreadable_document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), " old_workbook"),
        (bomb, " archive_bomb"),
        (vec![], " required"),
    ] {
        assert_eq!(sent(&cast, staff, bytes).await.refused(422, "invalid"), [code]);
    }
    sent(&cast, staff, vec![b'a'; 20 * 1024 * 1024 + 1]).await.refused(413, "too_large");
    world.keeps_no_file().await;
    assert_eq!(staff.get("/stakeholder-imports").await.expect(200)["items"], json!([]));
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    for (name, content) in entries {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

async fn a_table_with_too_many_rows_is_told_so(world: World) {
    let cast = world.cast().await;
    let text = format!("Name,Place\n{}", "A,Barskoon\n".repeat(50_001));
    let import = checked(&cast, text).await;
    assert_eq!((&import["state"], &import["problem"]), (&json!("failed"), &json!("too_many_rows")));
    world.keeps_no_file().await;
}

async fn a_table_without_rows_is_told_so(world: World) {
    let cast = world.cast().await;
    let import = checked(&cast, "Name,Place\n\n,\n").await;
    assert_eq!((&import["state"], &import["problem"]), (&json!("failed"), &json!("no_rows")));
    assert_eq!(import["actions"], json!(["delete_stakeholder_import"]));
}
