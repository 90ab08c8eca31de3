//! When the sides meet, of what they speak and who is invited.

diesel::table! { meetings (id) {
    id -> Text, version -> BigInt, programme_id -> Text, kind -> Text, title -> Text, place_id -> Text, place_path -> Text,
    site_id -> Nullable<Text>, starts_at -> Timestamp, ends_at -> Timestamp, venue -> Nullable<Text>,
    venue_key -> Nullable<Text>, facilitator_id -> Text, languages -> Text, interpreters -> Text,
    ground_rules -> Nullable<Text>, rules_revision -> BigInt, visibility -> Text, state -> Text,
    opened_at -> Nullable<Timestamp>, words -> Text, created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
    day_version -> BigInt,
} }

diesel::table! { meeting_agenda_items (id) {
    id -> Text, version -> BigInt, meeting_id -> Text, kind -> Text, topic -> Nullable<Text>, impact_id -> Nullable<Text>,
    grievance_id -> Nullable<Text>, agreement_id -> Nullable<Text>, commitment_id -> Nullable<Text>, note -> Nullable<Text>,
    state -> Text, reason -> Nullable<Text>, position -> Nullable<BigInt>, side -> Text, organisation_id -> Text,
    proposed_by -> Text, proposed_at -> Timestamp,
} }

diesel::table! { meeting_invitations (id) {
    id -> Text, version -> BigInt, meeting_id -> Text, side -> Text, account_id -> Nullable<Text>,
    organisation_id -> Nullable<Text>, name -> Nullable<Text>, language -> Nullable<Text>, token_hash -> Nullable<Text>,
    invited_by -> Text, invited_at -> Timestamp, answer -> Nullable<Text>, answered_at -> Nullable<Timestamp>,
    answered_by -> Nullable<Text>, rules_accepted -> Nullable<BigInt>, withdrawn_at -> Nullable<Timestamp>,
} }

diesel::table! { meeting_events (id) {
    id -> Text, meeting_id -> Text, #[sql_name = "move"] made -> Text, from_state -> Nullable<Text>, to_state -> Text,
    account_id -> Text, at -> Timestamp, note -> Nullable<Text>, fields -> Nullable<Text>,
    starts_before -> Nullable<Timestamp>, starts_after -> Nullable<Timestamp>,
} }

diesel::table! { calendar_feeds (account_id) {
    account_id -> Text, token_hash -> Text, created_at -> Timestamp,
} }
