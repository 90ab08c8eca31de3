//! What was noted on the day of a meeting, and the minutes of it.

diesel::table! { meeting_day_entries (meeting_id, id) {
    meeting_id -> Text, id -> Text, kind -> Text, at -> Timestamp, received_at -> Timestamp, account_id -> Text,
    supersedes_id -> Nullable<Text>, item_id -> Nullable<Text>, side -> Nullable<Text>, sex -> Nullable<Text>,
    band -> Nullable<Text>, people -> Nullable<BigInt>, walk_in -> Nullable<Bool>, youth -> Nullable<Bool>,
    text -> Nullable<Text>, organisation_id -> Nullable<Text>, due_on -> Nullable<Date>,
} }

diesel::table! { meeting_minutes (meeting_id) {
    meeting_id -> Text, revision -> BigInt, abridged -> Bool, written_by -> Text, written_at -> Timestamp,
    sha256 -> Nullable<Text>, approved_at -> Nullable<Timestamp>,
} }

diesel::table! { meeting_minute_lines (meeting_id, revision, position) {
    meeting_id -> Text, revision -> BigInt, position -> BigInt, item_id -> Nullable<Text>, kind -> Text,
    side -> Nullable<Text>, text -> Text,
} }

diesel::table! { meeting_minute_answers (id) {
    id -> Text, meeting_id -> Text, revision -> BigInt, side -> Text, organisation_id -> Nullable<Text>, answer -> Text,
    words -> Nullable<Text>, witness -> Nullable<Text>, account_id -> Text, at -> Timestamp,
} }
