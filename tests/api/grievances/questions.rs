//! Questions on whose answer a case waits.

use serde_json::{Value, json};

use crate::support::{World, on_both_engines};

on_both_engines! {
    the_reporter_answers_a_question_and_the_case_goes_on;
    a_question_to_the_respondent_is_for_the_respondent_alone;
    the_respondent_is_asked_only_after_the_release;
    staff_go_on_without_an_answer;
}

fn bodies(seen: &Value) -> Vec<String> {
    seen["messages"].as_array().unwrap().iter().map(|message| message["body"].as_str().unwrap().to_owned()).collect()
}

async fn the_reporter_answers_a_question_and_the_case_goes_on(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let question = json!({ "asked": "reporter", "question": "Кайсы күнү болду?" });
    let asked = case.moved(&cast.staff.client, "ask", question).await.expect(200);
    assert_eq!((&asked["state"], &asked["asked"]), (&json!("awaiting_information"), &json!("reporter")));
    let own = case.reporter.get("/my-case").await.expect(200);
    assert!(bodies(&own).contains(&"Кайсы күнү болду?".to_owned()));
    let theirs = case.seen_by(&cast.near.company.client).await.expect(200);
    assert!(!theirs.to_string().contains("Кайсы күнү"), "{theirs}");
    let late = json!({ "body": "We have nothing to add to our answer." });
    case.moved(&cast.near.company.client, "answer", late).await.refused(409, "not_asked");
    let answered = case.own_move("answer", json!({ "body": "Шаршемби күнү." })).await.expect(200);
    assert_eq!(answered["state"], "investigating");
    let seen = case.seen_by(&cast.staff.client).await.expect(200);
    assert_eq!(seen["asked"], Value::Null);
    assert!(bodies(&seen).contains(&"Шаршемби күнү.".to_owned()));
    let again = json!({ "body": "Дагы бир сөз." });
    case.own_move("answer", again).await.refused(409, "move_not_possible_from_here");
}

async fn a_question_to_the_respondent_is_for_the_respondent_alone(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let question = json!({ "asked": "respondent", "question": "Since when do the trucks take this road?" });
    case.moved(&cast.staff.client, "ask", question).await.expect(200);
    let own = case.reporter.get("/my-case").await.expect(200);
    assert!(!own.to_string().contains("Since when"), "{own}");
    assert!(!own["actions"].as_array().unwrap().contains(&json!("answer_my_case")));
    case.own_move("answer", json!({ "body": "Мен айтайын" })).await.refused(409, "not_asked");
    let theirs = case.seen_by(&cast.near.company.client).await.expect(200);
    assert_eq!(bodies(&theirs), ["Since when do the trucks take this road?"]);
    assert_eq!(theirs["actions"], json!(["answer_grievance"]));
    let home = cast.near.company.client.get("/home").await.expect(200);
    assert_eq!(home["waiting"][0]["action"], "answer_grievance");
    let answer = json!({ "body": "Since the bridge on the bypass was closed." });
    assert_eq!(case.moved(&cast.near.company.client, "answer", answer).await.expect(200)["state"], "investigating");
}

async fn the_respondent_is_asked_only_after_the_release(world: World) {
    let cast = world.cast().await;
    let case = world.accepted(&cast, &cast.near).await;
    case.moved(&cast.staff.client, "investigate", json!({})).await.expect(200);
    let question = json!({ "asked": "respondent", "question": "Since when?" });
    case.moved(&cast.staff.client, "ask", question).await.refused(409, "not_released");
}

async fn staff_go_on_without_an_answer(world: World) {
    let cast = world.cast().await;
    let case = world.released(&cast, &cast.near).await;
    let question = json!({ "asked": "reporter", "question": "Кайсы күнү болду?" });
    case.moved(&cast.staff.client, "ask", question).await.expect(200);
    let note = json!({ "note": "Answered on the phone: on Wednesday." });
    let resumed = case.moved(&cast.second_staff.client, "resume", note).await.expect(200);
    assert_eq!((&resumed["state"], &resumed["asked"]), (&json!("investigating"), &Value::Null));
}
