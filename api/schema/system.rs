//! What the system keeps for itself: the trail, what is told to whom, what is found and given out.

use super::accounts;

diesel::table! { counters (name) { name -> Text, value -> BigInt, } }

diesel::table! { directory_edition (id) { id -> BigInt, edition -> Text, } }

diesel::table! { guess_purses (name) { name -> Text, spent_until -> BigInt, } }

diesel::table! { notifications (id) { id -> Text, account_id -> Text, kind -> Text, grievance_id -> Nullable<Text>, once_key -> Nullable<Text>, at -> Timestamp, read_at -> Nullable<Timestamp>, engagement_id -> Nullable<Text>, commitment_id -> Nullable<Text>, meeting_id -> Nullable<Text>, grant_application_id -> Nullable<Text>, } }

diesel::table! { mails (id) {
    id -> Text, version -> BigInt, kind -> Text, account_id -> Nullable<Text>, state -> Text, attempts -> BigInt,
    renewals -> BigInt, created_at -> Timestamp, due_at -> Timestamp, holder -> Nullable<Text>,
    held_until -> Nullable<Timestamp>, ended_at -> Nullable<Timestamp>, fault -> Nullable<Text>,
    smtp_status -> Nullable<BigInt>,
} }

diesel::table! { chores (name) { name -> Text, due_at -> Timestamp, holder -> Nullable<Text>, held_until -> Nullable<Timestamp>, done_at -> Nullable<Timestamp>, failures -> BigInt, } }

diesel::table! { audit_entries (seq) { seq -> BigInt, at -> Timestamp, actor_id -> Nullable<Text>, actor_role -> Text, operation -> Text, subject_kind -> Text, subject_id -> Text, detail -> Text, programme_id -> Nullable<Text>, previous_hash -> Text, hash -> Text, } }

diesel::table! { audit_head (id) { id -> BigInt, seq -> BigInt, hash -> Text, } }

diesel::table! { idempotency_keys (key_hash) { key_hash -> Text, request_hash -> Text, status -> BigInt, answer_sealed -> Binary, created_at -> Timestamp, } }

diesel::table! { exports (id) {
    id -> Text, version -> BigInt, account_id -> Text, scope -> Text, format -> Text, language -> Text, query -> Text,
    state -> Text, rows_done -> BigInt, rows_total -> Nullable<BigInt>, truncated -> Bool, parts -> BigInt, size -> BigInt,
    created_at -> Timestamp, touched_at -> Timestamp, expires_at -> Timestamp, list -> Text, contacts -> Bool,
} }

diesel::table! { saved_filters (id) { id -> Text, version -> BigInt, account_id -> Text, name -> Text, query -> Text, } }

diesel::table! { search_subjects (number) { number -> BigInt, kind -> Text, id -> Text, state -> Nullable<Text>, respondent_id -> Nullable<Text>, } }

diesel::table! { search_index (rowid) { rowid -> BigInt, text -> Text, } }

diesel::joinable!(mails -> accounts (account_id));
