//! One schema for both engines; a test compares it with each database.

diesel::table! { places (id) { id -> Text, version -> BigInt, code -> Text, level -> Text, parent_id -> Nullable<Text>, path -> Text, district_id -> Nullable<Text>, name_ky -> Text, name_ru -> Text, name_en -> Text, latitude -> Nullable<Double>, longitude -> Nullable<Double>, } }

diesel::table! { programmes (id) { id -> Text, version -> BigInt, name_ky -> Text, name_ru -> Text, name_en -> Text, objectives_ky -> Text, objectives_ru -> Text, objectives_en -> Text, starts_on -> Date, ends_on -> Date, status -> Text, } }

diesel::table! { focus_areas (id) { id -> Text, programme_id -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, } }

diesel::table! { focus_area_places (focus_area_id, place_id) { focus_area_id -> Text, place_id -> Text, } }

diesel::table! { organisations (id) { id -> Text, version -> BigInt, kind -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, territory_id -> Nullable<Text>, } }

diesel::table! { sites (id) { id -> Text, version -> BigInt, organisation_id -> Text, place_id -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, latitude -> Nullable<Double>, longitude -> Nullable<Double>, licence_number -> Text, mineral -> Text, stage -> Text, } }

diesel::table! { accounts (id) { id -> Text, version -> BigInt, email -> Text, name -> Text, role -> Text, language -> Text, organisation_id -> Text, password_hash -> Text, active -> Bool, failed_logins -> BigInt, locked_until -> Nullable<Timestamp>, last_seen_at -> Nullable<Timestamp>, created_at -> Timestamp, } }

diesel::table! { account_places (account_id, place_id) { account_id -> Text, place_id -> Text, } }

diesel::table! { account_programmes (account_id, programme_id) { account_id -> Text, programme_id -> Text, } }

diesel::table! { sessions (id) { id -> Text, account_id -> Text, device -> Text, created_at -> Timestamp, last_used_at -> Timestamp, expires_at -> Timestamp, revoked_at -> Nullable<Timestamp>, } }

diesel::table! { refresh_tokens (token_hash) { token_hash -> Text, session_id -> Text, issued_at -> Timestamp, used_at -> Nullable<Timestamp>, } }

diesel::table! { invitations (id) { id -> Text, version -> BigInt, token_hash -> Text, email -> Text, name -> Text, role -> Text, language -> Text, organisation_id -> Text, invited_by -> Text, created_at -> Timestamp, expires_at -> Timestamp, accepted_at -> Nullable<Timestamp>, withdrawn_at -> Nullable<Timestamp>, } }

diesel::table! { invitation_places (invitation_id, place_id) { invitation_id -> Text, place_id -> Text, } }

diesel::table! { invitation_programmes (invitation_id, programme_id) { invitation_id -> Text, programme_id -> Text, } }

diesel::table! { api_keys (id) { id -> Text, version -> BigInt, name -> Text, secret_hash -> Text, organisation_id -> Text, programme_id -> Text, scopes -> Text, created_by -> Text, created_at -> Timestamp, expires_at -> Timestamp, revoked_at -> Nullable<Timestamp>, last_used_at -> Nullable<Timestamp>, } }

diesel::table! { second_factors (account_id) { account_id -> Text, secret_sealed -> Nullable<Binary>, confirmed_at -> Nullable<Timestamp>, pending_sealed -> Nullable<Binary>, pending_since -> Nullable<Timestamp>, last_step -> BigInt, failures -> BigInt, locked_until -> Nullable<Timestamp>, reset_at -> Nullable<Timestamp>, } }

diesel::table! { recovery_codes (account_id, code_hash) { account_id -> Text, code_hash -> Text, used_at -> Nullable<Timestamp>, } }

diesel::table! { sign_in_challenges (token_hash) { token_hash -> Text, account_id -> Text, expires_at -> Timestamp, } }

diesel::table! { counters (name) { name -> Text, value -> BigInt, } }

diesel::table! { directory_edition (id) { id -> BigInt, edition -> Text, } }

diesel::table! { guess_purses (name) { name -> Text, spent_until -> BigInt, } }

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

diesel::table! { attachments (id) { id -> Text, grievance_id -> Text, name -> Text, media_type -> Text, size -> BigInt, sha256 -> Text, account_id -> Nullable<Text>, at -> Timestamp, } }

diesel::table! { grievance_clocks (grievance_id) { grievance_id -> Text, turns_at -> Nullable<Timestamp>, counted -> BigInt, } }

diesel::table! { holidays (day) { day -> Date, version -> BigInt, worked -> Bool, confirmed -> Bool, name_ky -> Text, name_ru -> Text, name_en -> Text, source -> Text, } }

diesel::table! { programme_terms (programme_id, term) { programme_id -> Text, term -> Text, amount -> BigInt, unit -> Text, } }

diesel::table! { notifications (id) { id -> Text, account_id -> Text, kind -> Text, grievance_id -> Nullable<Text>, once_key -> Nullable<Text>, at -> Timestamp, read_at -> Nullable<Timestamp>, engagement_id -> Nullable<Text>, } }

diesel::table! { chores (name) { name -> Text, due_at -> Timestamp, holder -> Nullable<Text>, held_until -> Nullable<Timestamp>, done_at -> Nullable<Timestamp>, failures -> BigInt, } }

diesel::table! { identity_grants (id) { id -> Text, grievance_id -> Text, account_id -> Text, purpose -> Text, reason -> Text, granted_at -> Timestamp, ends_at -> Timestamp, looks -> BigInt, } }

diesel::table! { grievance_erasures (id) { id -> Text, grievance_id -> Text, account_id -> Text, at -> Timestamp, reason -> Text, words -> Bool, files -> Bool, receipt -> Bool, } }

diesel::table! { check_ins (id) { id -> Text, grievance_id -> Text, counted_from -> Text, weeks -> BigInt, due_at -> Timestamp, state -> Text, answer -> Nullable<Text>, words_sealed -> Nullable<Binary>, answered_at -> Nullable<Timestamp>, } }

diesel::table! { protection_alerts (id) { id -> Text, version -> BigInt, programme_id -> Text, grievance_id -> Text, kind -> Text, check_in_id -> Nullable<Text>, raised_at -> Timestamp, handled_at -> Nullable<Timestamp>, handled_by -> Nullable<Text>, note_sealed -> Nullable<Binary>, } }

diesel::table! { protection_referrals (id) { id -> Text, version -> BigInt, programme_id -> Text, grievance_id -> Text, body -> Text, body_name -> Text, state -> Text, consent -> Nullable<Text>, outcome -> Nullable<Text>, look_again_on -> Nullable<Date>, created_at -> Timestamp, updated_at -> Timestamp, } }

diesel::table! { protection_referral_steps (id) { id -> Text, referral_id -> Text, at -> Timestamp, step -> Text, account_id -> Text, note_sealed -> Binary, } }

diesel::table! { published_figures (programme_id, week, margin, cell) { programme_id -> Text, week -> Date, margin -> Text, cell -> Text, count -> BigInt, } }

diesel::table! { published_weeks (programme_id, week) { programme_id -> Text, week -> Date, } }

diesel::table! { audit_entries (seq) { seq -> BigInt, at -> Timestamp, actor_id -> Nullable<Text>, actor_role -> Text, operation -> Text, subject_kind -> Text, subject_id -> Text, detail -> Text, programme_id -> Nullable<Text>, previous_hash -> Text, hash -> Text, } }

diesel::table! { audit_head (id) { id -> BigInt, seq -> BigInt, hash -> Text, } }

diesel::table! { idempotency_keys (key_hash) { key_hash -> Text, request_hash -> Text, status -> BigInt, answer_sealed -> Binary, created_at -> Timestamp, } }

diesel::table! { exports (id) {
    id -> Text, version -> BigInt, account_id -> Text, scope -> Text, format -> Text, language -> Text, query -> Text,
    state -> Text, rows_done -> BigInt, rows_total -> Nullable<BigInt>, truncated -> Bool, parts -> BigInt, size -> BigInt,
    created_at -> Timestamp, touched_at -> Timestamp, expires_at -> Timestamp, list -> Text, contacts -> Bool,
} }

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

diesel::table! { saved_filters (id) { id -> Text, version -> BigInt, account_id -> Text, name -> Text, query -> Text, } }

diesel::table! { search_subjects (number) { number -> BigInt, kind -> Text, id -> Text, } }

diesel::table! { search_index (rowid) { rowid -> BigInt, text -> Text, } }

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

diesel::table! { focus_group_events (id) {
    id -> Text, focus_group_id -> Text, kind -> Text, account_id -> Text, at -> Timestamp, fields -> Nullable<Text>,
    day -> Nullable<Date>, note -> Nullable<Text>,
} }

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
diesel::joinable!(sites -> organisations (organisation_id));
diesel::joinable!(sites -> places (place_id));
diesel::joinable!(grievances -> places (place_id));
diesel::joinable!(grievances -> accounts (owner_id));
diesel::joinable!(accounts -> organisations (organisation_id));
diesel::joinable!(mandates -> stakeholders (stakeholder_id));
diesel::joinable!(invitations -> organisations (organisation_id));
diesel::joinable!(api_keys -> organisations (organisation_id));
diesel::joinable!(api_keys -> programmes (programme_id));
diesel::joinable!(second_factors -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(sign_in_challenges -> accounts (account_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(grievance_events -> accounts (account_id));
diesel::joinable!(grievance_messages -> accounts (account_id));
diesel::joinable!(letter_templates -> programmes (programme_id));
diesel::joinable!(focus_areas -> programmes (programme_id));
diesel::joinable!(focus_area_places -> focus_areas (focus_area_id));
diesel::joinable!(identity_grants -> accounts (account_id));
diesel::joinable!(check_ins -> grievances (grievance_id));
diesel::joinable!(protection_alerts -> grievances (grievance_id));
diesel::joinable!(protection_alerts -> accounts (handled_by));
diesel::joinable!(protection_referrals -> grievances (grievance_id));
diesel::joinable!(protection_referral_steps -> accounts (account_id));
diesel::joinable!(grievance_erasures -> accounts (account_id));
diesel::joinable!(focus_group_attendance -> focus_groups (focus_group_id));
diesel::allow_tables_to_appear_in_same_query!(
    places,
    programmes,
    focus_areas,
    focus_area_places,
    organisations,
    sites,
    accounts,
    account_places,
    account_programmes,
    second_factors,
    recovery_codes,
    sessions,
    sign_in_challenges,
    refresh_tokens,
    invitations,
    invitation_places,
    invitation_programmes,
    api_keys,
    grievances,
    grievance_counts,
    grievance_events,
    grievance_messages,
    grievance_standings,
    grievance_decisions,
    grievance_referrals,
    grievance_second_ratings,
    grievance_withdrawals,
    grievance_committee_members,
    attachments,
    exports,
    letter_templates,
    paper_batches,
    paper_sheets,
    saved_filters,
    impacts,
    impact_events,
    impact_sources,
    impact_grievances,
    impact_rounds,
    impact_round_choices,
    impact_ballots,
    stakeholders,
    stakeholder_tags,
    stakeholder_events,
    assemblies,
    assembly_attendance,
    mandates,
    mandate_interests,
    mandate_events,
    engagements,
    engagement_stakeholders,
    stakeholder_relationships,
    stakeholder_erasures,
    focus_groups,
    focus_group_attendance,
    focus_group_quotes,
    focus_group_participants,
    focus_group_events,
    stakeholder_keys,
    stakeholder_pairs,
    stakeholder_imports,
    identity_grants,
    grievance_erasures,
    check_ins,
    protection_alerts,
    protection_referrals,
    protection_referral_steps,
    published_figures,
    published_weeks,
    search_subjects,
    search_index,
);
