//! What is wrong in a table, by row and column.

use serde_json::{Value, json};

use super::{checked, fixture, names, path_of, run, settled, skipping, table};
use crate::support::{World, on_both_engines};

on_both_engines! {
    every_mistake_is_told_by_row_and_column;
    a_table_with_mistakes_is_not_read_in;
    a_column_that_was_not_understood_can_be_named;
    no_two_columns_can_be_the_same;
}

async fn every_mistake_is_told_by_row_and_column(world: World) {
    let cast = world.cast().await;
    let import = checked(&cast, fixture("errors.csv")).await;
    let errors = import["found"]["errors"].as_array().unwrap();
    let told: Vec<String> = errors
        .iter()
        .map(|error| {
            let text = |field: &str| error[field].as_str().unwrap_or("-").to_owned();
            format!("{} {} {} {}", error["row"], text("column"), text("field"), text("code"))
        })
        .collect();
    let wanted = [
        "3 A name required",
        "4 C place required",
        "5 C place unknown_place",
        "6 B category unknown_word",
        "7 E birth_year too_young",
        "8 F phone without_consent",
        "9 - consent_form required",
        "9 - consent_purpose required",
        "10 I interest required",
        "10 J stance required",
        "11 H influence too_large",
        "12 L consent_given_on not_a_day",
        "12 - consent_form required",
        "12 - consent_purpose required",
        "13 M organisation unknown_organisation",
    ];
    assert_eq!(told, wanted);
    assert_eq!((&import["errors"], &import["rows_total"]), (&json!(wanted.len()), &json!(12)));
    assert_eq!(errors[2]["value"], "Атлантида");
    let actions = ["map_stakeholder_import", "get_stakeholder_import_errors", "delete_stakeholder_import"];
    assert_eq!(import["actions"], json!(actions));
    let list = cast.staff.client.get(&format!("{}/errors", path_of(&import["id"]))).await;
    assert_eq!(list.header("content-type"), "text/csv; charset=utf-8");
    let text = list.text();
    assert_eq!(text.lines().count(), 1 + wanted.len());
    assert!(text.contains("\"5\",\"C\",\"Место\",\"Атлантида\",\"Такого места нет."), "{text}");
}

async fn a_table_with_mistakes_is_not_read_in(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, fixture("errors.csv")).await;
    let path = format!("{}/run", path_of(&import["id"]));
    staff.post(&path, skipping()).at(&import["version"]).await.refused(409, "import_has_errors");
    assert_eq!(names(staff).await, Vec::<String>::new(), "nor is what was right");
}

async fn a_column_that_was_not_understood_can_be_named(world: World) {
    let cast = world.cast().await;
    let staff = &cast.staff.client;
    let import = checked(&cast, "Кто,Где живёт,Заметки\nАсан,Барскоон,что-то\n").await;
    let fields = |import: &Value| -> Vec<Value> {
        let columns = import["found"]["columns"].as_array().unwrap();
        columns.iter().map(|column| column["field"].clone()).collect()
    };
    assert_eq!(fields(&import), [json!(null), json!(null), json!(null)]);
    assert_eq!(import["found"]["sample"], json!([{ "row": 2, "cells": ["Асан", "Барскоон", "что-то"] }]));
    assert_eq!(import["errors"], 2);
    let path = format!("{}/columns", path_of(&import["id"]));
    let said = json!({ "columns": ["name", "place", null] });
    staff.post(&path, said.clone()).at(9).await.refused(412, "stale");
    staff.post(&path, said).at(&import["version"]).await.expect(200);
    let again = settled(staff, &import["id"]).await;
    assert_eq!((&again["errors"], fields(&again)), (&json!(0), vec![json!("name"), json!("place"), json!(null)]));
    run(staff, &again, skipping()).await;
    assert_eq!(names(staff).await, ["Асан"]);
}

async fn no_two_columns_can_be_the_same(world: World) {
    let cast = world.cast().await;
    let import = checked(&cast, table(&[("Асан", "")])).await;
    let path = format!("{}/columns", path_of(&import["id"]));
    let twice = cast.staff.client.post(&path, json!({ "columns": ["name", "name"] })).at(&import["version"]).await;
    assert_eq!(twice.refused(422, "invalid"), ["/columns duplicate"]);
}
