//! Who works here and where: programmes, places, organisations, sites, accounts and how they sign in.

diesel::table! { places (id) { id -> Text, version -> BigInt, code -> Text, level -> Text, parent_id -> Nullable<Text>, path -> Text, district_id -> Nullable<Text>, name_ky -> Text, name_ru -> Text, name_en -> Text, latitude -> Nullable<Double>, longitude -> Nullable<Double>, } }

diesel::table! { programmes (id) { id -> Text, version -> BigInt, name_ky -> Text, name_ru -> Text, name_en -> Text, objectives_ky -> Text, objectives_ru -> Text, objectives_en -> Text, starts_on -> Date, ends_on -> Date, status -> Text, } }

diesel::table! { focus_areas (id) { id -> Text, programme_id -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, } }

diesel::table! { focus_area_places (focus_area_id, place_id) { focus_area_id -> Text, place_id -> Text, } }

diesel::table! { organisations (id) { id -> Text, version -> BigInt, kind -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, territory_id -> Nullable<Text>, } }

diesel::table! { sites (id) { id -> Text, version -> BigInt, organisation_id -> Text, place_id -> Text, name_ky -> Text, name_ru -> Text, name_en -> Text, latitude -> Nullable<Double>, longitude -> Nullable<Double>, licence_number -> Text, mineral -> Text, stage -> Text, } }

diesel::table! { accounts (id) { id -> Text, version -> BigInt, email -> Text, name -> Text, role -> Text, language -> Text, organisation_id -> Text, password_hash -> Text, active -> Bool, failed_logins -> BigInt, locked_until -> Nullable<Timestamp>, last_seen_at -> Nullable<Timestamp>, created_at -> Timestamp, mail_wanted -> Bool, } }

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

diesel::table! { holidays (day) { day -> Date, version -> BigInt, worked -> Bool, confirmed -> Bool, name_ky -> Text, name_ru -> Text, name_en -> Text, source -> Text, } }

diesel::table! { programme_terms (programme_id, term) { programme_id -> Text, term -> Text, amount -> BigInt, unit -> Text, } }

diesel::joinable!(sites -> organisations (organisation_id));
diesel::joinable!(sites -> places (place_id));
diesel::joinable!(accounts -> organisations (organisation_id));
diesel::joinable!(invitations -> organisations (organisation_id));
diesel::joinable!(api_keys -> organisations (organisation_id));
diesel::joinable!(api_keys -> programmes (programme_id));
diesel::joinable!(second_factors -> accounts (account_id));
diesel::joinable!(sessions -> accounts (account_id));
diesel::joinable!(sign_in_challenges -> accounts (account_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(focus_areas -> programmes (programme_id));
diesel::joinable!(focus_area_places -> focus_areas (focus_area_id));
