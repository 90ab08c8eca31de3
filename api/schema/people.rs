//! Stakeholders, what they are to one another, and who speaks for whom.

diesel::table! { stakeholder_keys (stakeholder_id, key) { stakeholder_id -> Text, key -> Text, } }

diesel::table! { stakeholder_pairs (one_id, other_id) {
    one_id -> Text, other_id -> Text, programme_id -> Text, standing -> Text, likeness -> BigInt, same_phone -> Bool,
    decided_by -> Nullable<Text>, decided_at -> Nullable<Timestamp>,
} }

diesel::table! { stakeholder_imports (id) {
    id -> Text, version -> BigInt, account_id -> Text, programme_id -> Text, file_name -> Text, format -> Text,
    language -> Text, state -> Text, problem -> Nullable<Text>, rows_total -> BigInt, errors -> BigInt,
    duplicates -> BigInt, added -> BigInt, updated -> BigInt, skipped -> BigInt, created_at -> Timestamp,
    touched_at -> Timestamp, expires_at -> Timestamp,
} }

diesel::table! { stakeholders (id) {
    id -> Text, version -> BigInt, programme_id -> Text, kind -> Text, category -> Text, name -> Text, name_key -> Text,
    position -> Nullable<Text>, place_id -> Text, place_path -> Text, organisation_id -> Nullable<Text>,
    sex -> Nullable<Text>, birth_year -> Nullable<BigInt>, age_band -> Nullable<Text>, languages -> Text, tags -> Text,
    contact_sealed -> Nullable<Binary>, influence -> Nullable<BigInt>, interest -> Nullable<BigInt>,
    stance -> Nullable<BigInt>, assessed_at -> Nullable<Timestamp>, consent -> Text, consent_purpose -> Nullable<Text>,
    consent_form -> Nullable<Text>, consent_given_on -> Nullable<Date>, consent_withdrawn_on -> Nullable<Date>,
    words -> Text, created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp, erased_at -> Nullable<Timestamp>,
    merged_into -> Nullable<Text>,
} }

diesel::table! { stakeholder_erasures (id) { id -> Text, stakeholder_id -> Text, account_id -> Text, at -> Timestamp, reason -> Text, } }

diesel::table! { stakeholder_tags (tag, stakeholder_id) { tag -> Text, stakeholder_id -> Text, } }

diesel::table! { stakeholder_events (id) {
    id -> Text, stakeholder_id -> Text, kind -> Text, account_id -> Text, at -> Timestamp, fields -> Nullable<Text>,
    influence -> Nullable<BigInt>, interest -> Nullable<BigInt>, stance -> Nullable<BigInt>, day -> Nullable<Date>,
    note -> Nullable<Text>, merged_from -> Nullable<Text>,
} }

diesel::table! { assemblies (id) {
    id -> Text, version -> BigInt, programme_id -> Text, place_id -> Text, place_path -> Text, form -> Text,
    held_on -> Date, venue -> Nullable<Text>, note -> Nullable<Text>, created_by -> Text, created_at -> Timestamp,
    updated_at -> Timestamp,
} }

diesel::table! { assembly_attendance (assembly_id, sex, band) {
    assembly_id -> Text, sex -> Text, band -> Text, people -> BigInt,
} }

diesel::table! { mandates (id) {
    id -> Text, version -> BigInt, programme_id -> Text, stakeholder_id -> Text, place_id -> Text, place_path -> Text,
    speaks_for -> Text, state -> Text, nominated_on -> Date, nominated_by -> Text, vetted_on -> Nullable<Date>,
    assembly_id -> Nullable<Text>, starts_on -> Nullable<Date>, expires_on -> Nullable<Date>,
    account_id -> Nullable<Text>, named -> Bool, ended_on -> Nullable<Date>, ending -> Nullable<Text>,
    created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { mandate_interests (id) {
    id -> Text, mandate_id -> Text, kind -> Text, organisation_id -> Nullable<Text>, detail -> Text,
} }

diesel::table! { mandate_events (id) {
    id -> Text, mandate_id -> Text, kind -> Text, account_id -> Text, at -> Timestamp, note -> Nullable<Text>,
} }

diesel::table! { engagements (id) {
    id -> Text, version -> BigInt, programme_id -> Text, day -> Date, channel -> Text, account_id -> Text, summary -> Text,
    task -> Nullable<Text>, owner_id -> Nullable<Text>, due_on -> Nullable<Date>, done_on -> Nullable<Date>,
    done_note -> Nullable<Text>, done_by -> Nullable<Text>, done_at -> Nullable<Timestamp>, words -> Text,
    created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::table! { engagement_stakeholders (stakeholder_id, engagement_id) { stakeholder_id -> Text, engagement_id -> Text, } }

diesel::table! { stakeholder_relationships (id) {
    id -> Text, version -> BigInt, programme_id -> Text, kind -> Text, from_id -> Text, to_id -> Text,
    since -> Nullable<Date>, until -> Nullable<Date>, note -> Nullable<Text>, source -> Nullable<Text>,
    created_by -> Text, created_at -> Timestamp, updated_at -> Timestamp,
} }

diesel::joinable!(engagement_stakeholders -> stakeholders (stakeholder_id));
diesel::joinable!(mandates -> stakeholders (stakeholder_id));
