-- What is put before the sides of a meeting as said and decided there.
CREATE TABLE meeting_minutes (
    meeting_id TEXT NOT NULL PRIMARY KEY CONSTRAINT meeting_minutes_meeting_id_fkey REFERENCES meetings (id),
    -- 0 as long as the facilitator alone works on it; every text that is put before the sides has the next number.
    revision BIGINT NOT NULL,
    -- Whether lines were taken out, since a case of which they spoke must not be spoken of any more.
    abridged BOOLEAN NOT NULL DEFAULT FALSE,
    written_by TEXT NOT NULL CONSTRAINT meeting_minutes_written_by_fkey REFERENCES accounts (id),
    written_at TIMESTAMP NOT NULL,
    -- Of the text as it was approved.
    sha256 TEXT,
    approved_at TIMESTAMP,
    CONSTRAINT meeting_minutes_approved_check CHECK (
        (sha256 IS NULL) = (approved_at IS NULL) AND (approved_at IS NULL OR revision > 0))
);
CREATE INDEX meeting_minutes_written_by_idx ON meeting_minutes (written_by);

-- The text, line by line; earlier ones are kept.
CREATE TABLE meeting_minute_lines (
    meeting_id TEXT NOT NULL CONSTRAINT meeting_minute_lines_meeting_id_fkey REFERENCES meeting_minutes (meeting_id),
    revision BIGINT NOT NULL,
    position BIGINT NOT NULL,
    -- Of what it speaks; none of what belongs to no item.
    item_id TEXT CONSTRAINT meeting_minute_lines_item_id_fkey REFERENCES meeting_agenda_items (id),
    kind TEXT NOT NULL CONSTRAINT meeting_minute_lines_kind_check CHECK (
        kind IN ('position', 'interest', 'option', 'decision')),
    side TEXT CONSTRAINT meeting_minute_lines_side_check CHECK (
        side IN ('company', 'authority', 'community', 'programme', 'other')),
    text TEXT NOT NULL,
    PRIMARY KEY (meeting_id, revision, position)
);
CREATE INDEX meeting_minute_lines_item_id_idx ON meeting_minute_lines (item_id);

-- What each side said of a text; nothing is taken out, and the last word of a side counts.
CREATE TABLE meeting_minute_answers (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL CONSTRAINT meeting_minute_answers_meeting_id_fkey REFERENCES meeting_minutes (meeting_id),
    revision BIGINT NOT NULL,
    side TEXT NOT NULL CONSTRAINT meeting_minute_answers_side_check CHECK (
        side IN ('company', 'authority', 'community', 'other')),
    -- None of those who came without an account.
    organisation_id TEXT CONSTRAINT meeting_minute_answers_organisation_id_fkey REFERENCES organisations (id),
    answer TEXT NOT NULL CONSTRAINT meeting_minute_answers_answer_check CHECK (answer IN ('approved', 'objected')),
    words TEXT,
    -- Who heard it, where the programme notes what a side said without an account.
    witness TEXT,
    account_id TEXT NOT NULL CONSTRAINT meeting_minute_answers_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    CONSTRAINT meeting_minute_answers_words_check CHECK (answer <> 'objected' OR words IS NOT NULL),
    CONSTRAINT meeting_minute_answers_witness_check CHECK (organisation_id IS NOT NULL OR witness IS NOT NULL)
);
CREATE INDEX meeting_minute_answers_meeting_id_idx ON meeting_minute_answers (meeting_id, revision, id);
CREATE INDEX meeting_minute_answers_organisation_id_idx ON meeting_minute_answers (organisation_id);
CREATE INDEX meeting_minute_answers_account_id_idx ON meeting_minute_answers (account_id);
