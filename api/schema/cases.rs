//! Grievances, what is done about them, and those whom they could hurt.

use super::{accounts, places, programmes};

diesel::table! { grievances (id) {
    id -> Text, version -> BigInt, programme_id -> Text, reference -> Text, receipt_hash -> Text, state -> Text, track -> Text,
    sensitivity -> Text, confidentiality -> Text, channel -> Text, language -> Text, category -> Nullable<Text>,
    severity -> Nullable<Text>, place_id -> Text, site_id -> Nullable<Text>, respondent_id -> Nullable<Text>,
    owner_id -> Nullable<Text>, recorded_by -> Nullable<Text>, consent -> Nullable<Text>, shared_with_community -> Bool,
    narrative -> Text, wish -> Nullable<Text>, occurred_on -> Nullable<Date>, reporter_sealed -> Nullable<Binary>,
    summary -> Nullable<Text>, summary_author_id -> Nullable<Text>, released_by -> Nullable<Text>,
    released_at -> Nullable<Timestamp>, escalation_level -> BigInt, remedy -> Nullable<Text>, remedy_due_on -> Nullable<Date>,
    proposed_at -> Nullable<Timestamp>, confirmed_at -> Nullable<Timestamp>, rating -> Nullable<BigInt>,
    rating_comment -> Nullable<Text>, due_at -> Nullable<Timestamp>, submitted_at -> Timestamp, updated_at -> Timestamp,
    clock -> Nullable<Text>, due_clock -> Nullable<Text>, consent_given -> Nullable<Text>,
} }

diesel::table! { grievance_counts (programme_id, track, state, place_id, respondent_id, released, shared_with_community) {
    programme_id -> Text, track -> Text, state -> Text, place_id -> Text, respondent_id -> Text, released -> Bool,
    shared_with_community -> Bool, count -> Integer,
} }

diesel::table! { grievance_events (id) { id -> Text, grievance_id -> Text, at -> Timestamp, #[sql_name = "move"] made -> Text, from_state -> Nullable<Text>, to_state -> Text, account_id -> Nullable<Text>, note -> Nullable<Text>, } }

diesel::table! { grievance_messages (id) { id -> Text, grievance_id -> Text, at -> Timestamp, author -> Text, account_id -> Nullable<Text>, shared_with -> Text, body -> Text, } }

diesel::table! { grievance_standings (grievance_id) { grievance_id -> Text, ended_at -> Nullable<Timestamp>, refused_by -> Nullable<Text>, appeal -> Nullable<Text>, asked -> Nullable<Text>, closing_asked_by -> Nullable<Text>, duplicate_of -> Nullable<Text>, rated_again -> Bool, } }

diesel::table! { grievance_decisions (id) { id -> Text, grievance_id -> Text, at -> Timestamp, #[sql_name = "move"] made -> Text, account_id -> Text, reason -> Text, elsewhere -> Nullable<Text>, } }

diesel::table! { grievance_referrals (id) { id -> Text, grievance_id -> Text, at -> Timestamp, account_id -> Text, body -> Text, passed_on -> Text, consent -> Text, reply -> Nullable<Text>, replied_at -> Nullable<Timestamp>, } }

diesel::table! { grievance_second_ratings (id) { id -> Text, grievance_id -> Text, at -> Timestamp, rating -> BigInt, comment -> Nullable<Text>, } }

diesel::table! { grievance_withdrawals (id) { id -> Text, grievance_id -> Text, at -> Timestamp, pressed -> Text, told_sealed -> Nullable<Binary>, } }

diesel::table! { grievance_committee_members (id) { id -> Text, grievance_id -> Text, account_id -> Text, side -> Text, appointed_at -> Timestamp, appointed_by -> Text, declared_at -> Nullable<Timestamp>, interests -> Nullable<Text>, } }

diesel::table! { attachments (id) {
    id -> Text, grievance_id -> Nullable<Text>, commitment_id -> Nullable<Text>, agreement_id -> Nullable<Text>,
    grant_application_id -> Nullable<Text>, name -> Text, media_type -> Text,
    size -> BigInt, sha256 -> Text, account_id -> Nullable<Text>, at -> Timestamp, published -> Bool,
} }

diesel::table! { grievance_clocks (grievance_id) { grievance_id -> Text, turns_at -> Nullable<Timestamp>, counted -> BigInt, } }

diesel::table! { identity_grants (id) { id -> Text, grievance_id -> Text, account_id -> Text, purpose -> Text, reason -> Text, granted_at -> Timestamp, ends_at -> Timestamp, looks -> BigInt, } }

diesel::table! { grievance_erasures (id) { id -> Text, grievance_id -> Text, account_id -> Text, at -> Timestamp, reason -> Text, words -> Bool, files -> Bool, receipt -> Bool, } }

diesel::table! { check_ins (id) { id -> Text, grievance_id -> Text, counted_from -> Text, weeks -> BigInt, due_at -> Timestamp, state -> Text, answer -> Nullable<Text>, words_sealed -> Nullable<Binary>, answered_at -> Nullable<Timestamp>, } }

diesel::table! { protection_alerts (id) { id -> Text, version -> BigInt, programme_id -> Text, grievance_id -> Text, kind -> Text, check_in_id -> Nullable<Text>, raised_at -> Timestamp, handled_at -> Nullable<Timestamp>, handled_by -> Nullable<Text>, note_sealed -> Nullable<Binary>, } }

diesel::table! { protection_referrals (id) { id -> Text, version -> BigInt, programme_id -> Text, grievance_id -> Text, body -> Text, body_name -> Text, state -> Text, consent -> Nullable<Text>, outcome -> Nullable<Text>, look_again_on -> Nullable<Date>, created_at -> Timestamp, updated_at -> Timestamp, } }

diesel::table! { protection_referral_steps (id) { id -> Text, referral_id -> Text, at -> Timestamp, step -> Text, account_id -> Text, note_sealed -> Binary, } }

diesel::table! { published_figures (programme_id, week, margin, cell) { programme_id -> Text, week -> Date, margin -> Text, cell -> Text, count -> BigInt, } }

diesel::table! { published_weeks (programme_id, week) { programme_id -> Text, week -> Date, } }

diesel::table! { letter_templates (id) {
    id -> Text, version -> BigInt, programme_id -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text,
    body_ky -> Text, body_ru -> Text, body_en -> Text,
} }

diesel::table! { paper_batches (id) { id -> Text, version -> BigInt, programme_id -> Text, label -> Text, language -> Text, made_by -> Text, made_at -> Timestamp, } }

diesel::table! { paper_sheets (number) {
    number -> Text, version -> BigInt, batch_id -> Text, receipt_hash -> Nullable<Text>, grievance_id -> Nullable<Text>,
    received_on -> Nullable<Date>, entered_by -> Nullable<Text>, entered_at -> Nullable<Timestamp>,
    voided_by -> Nullable<Text>, voided_at -> Nullable<Timestamp>, void_reason -> Nullable<Text>,
} }

diesel::joinable!(grievances -> places (place_id));
diesel::joinable!(grievances -> accounts (owner_id));
diesel::joinable!(grievance_events -> accounts (account_id));
diesel::joinable!(grievance_messages -> accounts (account_id));
diesel::joinable!(letter_templates -> programmes (programme_id));
diesel::joinable!(identity_grants -> accounts (account_id));
diesel::joinable!(check_ins -> grievances (grievance_id));
diesel::joinable!(protection_alerts -> grievances (grievance_id));
diesel::joinable!(protection_alerts -> accounts (handled_by));
diesel::joinable!(protection_referrals -> grievances (grievance_id));
diesel::joinable!(protection_referral_steps -> accounts (account_id));
diesel::joinable!(grievance_erasures -> accounts (account_id));
