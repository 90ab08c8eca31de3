//! What people live with, where they said it, and how they weigh it.

diesel::table! { focus_groups (id) {
    id -> Text, version -> BigInt, programme_id -> Text, kind -> Text, title -> Text, place_id -> Text,
    place_path -> Text, site_id -> Nullable<Text>, starts_at -> Timestamp, venue -> Text, facilitator_id -> Text,
    note_taker_id -> Nullable<Text>, languages -> Text, topic_guide -> Nullable<Text>, ground_rules -> Nullable<Text>,
    expected_people -> BigInt, expected_women -> BigInt, expected_youth -> BigInt, state -> Text,
    consent_form -> Nullable<Text>, consent_given_on -> Nullable<Date>, guardians -> Nullable<BigInt>,
    guardians_form -> Nullable<Text>, guardians_given_on -> Nullable<Date>, held_on -> Nullable<Date>, notes -> Text,
    validated_on -> Nullable<Date>, validated_at_place -> Nullable<Text>, validated_by_people -> Nullable<BigInt>,
    validated_corrections -> Nullable<Text>, published_at -> Nullable<Timestamp>, summary -> Nullable<Text>,
    words -> Text, created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { focus_group_attendance (focus_group_id, sex, band) {
    focus_group_id -> Text, sex -> Text, band -> Text, people -> BigInt,
} }

diesel::table! { focus_group_quotes (focus_group_id, position) {
    focus_group_id -> Text, position -> BigInt, text -> Text, sex -> Text, band -> Text, published -> Bool,
} }

diesel::table! { focus_group_participants (id) {
    id -> Text, focus_group_id -> Text, name_sealed -> Binary, sex -> Text, band -> Text, consent_form -> Text,
    consented_on -> Date,
} }

diesel::table! { focus_group_codes (id) {
    id -> Text, focus_group_id -> Text, impact_id -> Text, starts -> BigInt, ends -> BigInt, passage -> Text,
    account_id -> Text, at -> Timestamp,
} }

diesel::table! { focus_group_events (id) {
    id -> Text, focus_group_id -> Text, kind -> Text, account_id -> Text, at -> Timestamp, fields -> Nullable<Text>,
    day -> Nullable<Date>, note -> Nullable<Text>,
} }

diesel::table! { impacts (id) {
    id -> Text, version -> BigInt, programme_id -> Text, title -> Text, description -> Text, category -> Text,
    direction -> Text, basis -> Text, severity -> BigInt, likelihood -> BigInt, gravity -> BigInt, extent -> Text,
    affected -> Text, site_id -> Nullable<Text>, company_id -> Nullable<Text>, place_id -> Text, place_path -> Text,
    reported_on -> Date, state -> Text, published -> Bool, published_at -> Nullable<Timestamp>, words -> Text,
    created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { impact_events (id) { id -> Text, impact_id -> Text, at -> Timestamp, #[sql_name = "move"] made -> Text, from_state -> Nullable<Text>, to_state -> Text, account_id -> Text, note -> Nullable<Text>, fields -> Nullable<Text>, } }

diesel::table! { impact_sources (id) { id -> Text, impact_id -> Text, kind -> Text, grievance_id -> Nullable<Text>, observed -> Nullable<Text>, day -> Nullable<Date>, account_id -> Text, at -> Timestamp, } }

diesel::table! { impact_grievances (impact_id, grievance_id) { impact_id -> Text, grievance_id -> Text, account_id -> Text, at -> Timestamp, } }

diesel::table! { impact_rounds (id) {
    id -> Text, version -> BigInt, programme_id -> Text, title -> Text, method -> Text, place_id -> Nullable<Text>,
    place_path -> Nullable<Text>, site_id -> Nullable<Text>, budget -> BigInt, numbers -> BigInt, by_account -> Bool,
    participants -> BigInt, closed_at -> Nullable<Timestamp>, created_by -> Text, created_at -> Timestamp,
} }

diesel::table! { impact_round_choices (round_id, impact_id) { round_id -> Text, impact_id -> Text, position -> BigInt, dots -> BigInt, } }

diesel::table! { impact_ballots (round_id, voter) { round_id -> Text, voter -> Text, account_id -> Nullable<Text>, } }

diesel::joinable!(impact_round_choices -> impacts (impact_id));
diesel::joinable!(focus_group_codes -> focus_groups (focus_group_id));
diesel::joinable!(focus_group_codes -> impacts (impact_id));
diesel::joinable!(focus_group_attendance -> focus_groups (focus_group_id));
