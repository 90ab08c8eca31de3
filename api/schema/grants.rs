//! Calls for small grants, and what was applied for.

diesel::table! { grant_calls (id) {
    id -> Text, version -> BigInt, programme_id -> Text, title_ky -> Text, title_ru -> Text, title_en -> Text,
    purpose_ky -> Text, purpose_ru -> Text, purpose_en -> Text, currency -> Text, budget -> BigInt, ceiling -> BigInt,
    opens_at -> Timestamp, closes_at -> Timestamp, first_closes_at -> Timestamp, for_groups -> Bool,
    for_representatives -> Bool, state -> Text, published_at -> Nullable<Timestamp>, published_by -> Nullable<Text>,
    withdrawal_reason -> Nullable<Text>, cloned_from -> Nullable<Text>, created_by -> Text, created_at -> Timestamp,
    updated_at -> Timestamp,
} }

diesel::table! { grant_call_places (call_id, place_id) { call_id -> Text, place_id -> Text, place_path -> Text, } }

diesel::table! { grant_questions (id) {
    id -> Text, call_id -> Text, position -> BigInt, stage -> Text, kind -> Text, prompt_ky -> Text, prompt_ru -> Text,
    prompt_en -> Text, help_ky -> Nullable<Text>, help_ru -> Nullable<Text>, help_en -> Nullable<Text>, required -> Bool,
    expected -> Nullable<Bool>, options -> Nullable<Text>, max_length -> Nullable<BigInt>, least -> Nullable<BigInt>,
    most -> Nullable<BigInt>,
} }

diesel::table! { grant_criteria (id) {
    id -> Text, call_id -> Text, position -> BigInt, name_ky -> Text, name_ru -> Text, name_en -> Text,
    help_ky -> Nullable<Text>, help_ru -> Nullable<Text>, help_en -> Nullable<Text>, weight -> BigInt,
} }

diesel::table! { grant_applications (id) {
    id -> Text, version -> BigInt, call_id -> Text, programme_id -> Text, place_id -> Text, place_path -> Text,
    applicant -> Text, applicant_name -> Text, organisation_id -> Nullable<Text>, stakeholder_id -> Nullable<Text>,
    filed_by -> Text, on_paper -> Bool, title -> Text, summary -> Nullable<Text>, youth_led -> Bool, women_led -> Bool,
    currency -> Text, asked -> BigInt, state -> Text, answer_by -> Nullable<Date>, submitted_at -> Nullable<Timestamp>,
    receipt_number -> Nullable<Text>, words -> Text, listed_at -> Timestamp, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { grant_budget_lines (application_id, position) {
    application_id -> Text, position -> BigInt, what -> Text, unit -> Text, quantity -> BigInt, unit_amount -> BigInt,
    asked -> BigInt, own -> BigInt,
} }

diesel::table! { grant_team (application_id, position) { application_id -> Text, position -> BigInt, name -> Text, task -> Text, } }

diesel::table! { grant_partners (application_id, position) { application_id -> Text, position -> BigInt, name -> Text, help -> Text, } }

diesel::table! { grant_follow_ups (application_id, position) {
    application_id -> Text, position -> BigInt, impact_id -> Nullable<Text>, commitment_id -> Nullable<Text>,
} }

diesel::table! { grant_answers (application_id, question_id) {
    application_id -> Text, question_id -> Text, text -> Nullable<Text>, number -> Nullable<BigInt>, yes -> Nullable<Bool>,
    attachment_id -> Nullable<Text>,
} }

diesel::table! { grant_application_events (id) {
    id -> Text, application_id -> Text, #[sql_name = "move"] made -> Text, from_state -> Nullable<Text>, to_state -> Text,
    party -> Text, account_id -> Text, at -> Timestamp, note -> Nullable<Text>, answer_by -> Nullable<Date>,
} }
