//! What was promised, by whom, and whether it was kept.

diesel::table! { promise_edition (id) { id -> BigInt, edition -> Text, } }

diesel::table! { commitments (id) {
    id -> Text, version -> BigInt, programme_id -> Text, what -> Text, organisation_id -> Text, side -> Text,
    place_id -> Text, place_path -> Text, site_id -> Nullable<Text>, grievance_id -> Nullable<Text>, agreement_id -> Nullable<Text>,
    meeting_id -> Nullable<Text>, meeting_entry_id -> Nullable<Text>, made_on -> Date,
    due_on -> Date, first_due_on -> Date, state -> Text, done_on -> Nullable<Date>, reported_by -> Nullable<Text>,
    published -> Bool, public_text -> Nullable<Text>, words -> Text, created_by -> Text, created_at -> Timestamp,
    updated_at -> Timestamp,
} }

diesel::table! { commitment_events (id) {
    id -> Text, commitment_id -> Text, #[sql_name = "move"] made -> Text, from_state -> Nullable<Text>, to_state -> Text,
    party -> Text, account_id -> Text, at -> Timestamp, note -> Nullable<Text>, witness -> Nullable<Text>,
    done_on -> Nullable<Date>, due_before -> Nullable<Date>, due_after -> Nullable<Date>,
} }

diesel::table! { agreements (id) {
    id -> Text, version -> BigInt, programme_id -> Text, title -> Text, place_id -> Text, place_path -> Text,
    site_id -> Nullable<Text>, grievance_id -> Nullable<Text>, meeting_id -> Nullable<Text>, state -> Text, revision -> BigInt,
    revision_in_force -> Nullable<BigInt>, in_force_since -> Nullable<Date>, ended_on -> Nullable<Date>,
    created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { agreement_texts (agreement_id, revision) { agreement_id -> Text, revision -> BigInt, text -> Text, account_id -> Text, at -> Timestamp, } }

diesel::table! { agreement_sides (id) { id -> Text, agreement_id -> Text, organisation_id -> Nullable<Text>, place_id -> Nullable<Text>, place_path -> Nullable<Text>, } }

diesel::table! { agreement_signatures (side_id, revision) {
    side_id -> Text, revision -> BigInt, form -> Text, account_id -> Text, signatory -> Nullable<Text>,
    witness -> Nullable<Text>, scan_id -> Nullable<Text>, signed_on -> Date, at -> Timestamp,
} }

diesel::table! { agreement_events (id) {
    id -> Text, agreement_id -> Text, #[sql_name = "move"] made -> Text, revision -> BigInt, side_id -> Nullable<Text>,
    account_id -> Text, at -> Timestamp, note -> Nullable<Text>,
} }

diesel::joinable!(agreement_signatures -> agreement_sides (side_id));
