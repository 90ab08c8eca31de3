-- What was noted on the day of a meeting, on a device that may have had no network. Nothing in it is changed: what was wrong
-- is superseded by another entry.
CREATE TABLE meeting_day_entries (
    meeting_id TEXT NOT NULL CONSTRAINT meeting_day_entries_meeting_id_fkey REFERENCES meetings (id),
    -- Made on the device: what is sent twice is kept once.
    id TEXT NOT NULL,
    kind TEXT NOT NULL CONSTRAINT meeting_day_entries_kind_check CHECK (kind IN (
        'open_item', 'pause', 'came', 'spoke', 'position', 'interest', 'option', 'decision', 'promise', 'withdraw')),
    -- By the clock of the device.
    at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT meeting_day_entries_account_id_fkey REFERENCES accounts (id),
    -- In whose place it stands; that entry may come later, or never.
    supersedes_id TEXT,
    item_id TEXT CONSTRAINT meeting_day_entries_item_id_fkey REFERENCES meeting_agenda_items (id),
    side TEXT CONSTRAINT meeting_day_entries_side_check CHECK (
        side IN ('company', 'authority', 'community', 'programme', 'other')),
    sex TEXT CONSTRAINT meeting_day_entries_sex_check CHECK (sex IN ('female', 'male')),
    band TEXT CONSTRAINT meeting_day_entries_band_check CHECK (
        band IN ('under14', 'from14', 'from18', 'from25', 'from36', 'from60')),
    people BIGINT CONSTRAINT meeting_day_entries_people_check CHECK (people > 0),
    walk_in BOOLEAN,
    youth BOOLEAN,
    text TEXT,
    organisation_id TEXT CONSTRAINT meeting_day_entries_organisation_id_fkey REFERENCES organisations (id),
    due_on DATE,
    PRIMARY KEY (meeting_id, id),
    CONSTRAINT meeting_day_entries_withdraw_check CHECK (kind <> 'withdraw' OR supersedes_id IS NOT NULL),
    CONSTRAINT meeting_day_entries_text_check CHECK (
        (kind IN ('position', 'interest', 'option', 'decision', 'promise')) = (text IS NOT NULL))
);
CREATE INDEX meeting_day_entries_account_id_idx ON meeting_day_entries (account_id);
CREATE INDEX meeting_day_entries_item_id_idx ON meeting_day_entries (item_id);
CREATE INDEX meeting_day_entries_organisation_id_idx ON meeting_day_entries (organisation_id);
-- Grows with every change of what was noted, so that who looks at a day learns that it is another.
ALTER TABLE meetings ADD COLUMN day_version BIGINT NOT NULL DEFAULT 0;
