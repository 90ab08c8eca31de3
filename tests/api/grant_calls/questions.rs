//! What a call may ask.

use serde_json::{Value, json};

use super::{call, texts, with};
use crate::support::{World, on_both_engines};

on_both_engines! {
    a_question_has_what_its_kind_needs_and_nothing_else;
}

async fn a_question_has_what_its_kind_needs_and_nothing_else(world: World) {
    let cast = world.cast().await;
    let question = |more: Value| {
        let plain = json!({ "stage": "application", "kind": "text", "prompt": texts("Why?"), "required": false });
        with(plain, more)
    };
    for (more, refused) in [
        (json!({ "stage": "eligibility" }), "/questions/0/kind not_yes_or_no"),
        (json!({ "stage": "eligibility", "kind": "yes_no" }), "/questions/0/required required"),
        (json!({ "stage": "eligibility", "kind": "yes_no", "required": true }), "/questions/0/expected required"),
        (json!({ "expected": true }), "/questions/0/expected not_of_this_kind"),
        (json!({ "kind": "choice" }), "/questions/0/options required"),
        (json!({ "options": [texts("One"), texts("Two")] }), "/questions/0/options not_of_this_kind"),
        (json!({ "kind": "choice", "options": [texts("One")] }), "/questions/0/options too_short"),
        (json!({ "kind": "number", "max_length": 5 }), "/questions/0/max_length not_of_this_kind"),
        (json!({ "least": 5 }), "/questions/0/least not_of_this_kind"),
        (json!({ "most": 5 }), "/questions/0/most not_of_this_kind"),
        (json!({ "kind": "number", "least": 5, "most": 4 }), "/questions/0/most too_small"),
        (json!({ "kind": "budget" }), "/questions/0/kind invalid"),
    ] {
        let body = with(call(&cast), json!({ "questions": [question(more.clone())] }));
        let reply = cast.staff.client.post("/grant-calls", body).once().await;
        assert_eq!(reply.refused(422, "invalid"), [refused], "{more}");
    }
}
