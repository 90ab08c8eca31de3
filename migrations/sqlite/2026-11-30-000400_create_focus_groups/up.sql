CREATE TABLE focus_groups (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT focus_groups_programme_id_fkey REFERENCES programmes (id),
    kind TEXT NOT NULL CONSTRAINT focus_groups_kind_check CHECK (
        kind IN ('women', 'youth', 'elders', 'herders', 'workers', 'mixed')),
    title TEXT NOT NULL,
    place_id TEXT NOT NULL CONSTRAINT focus_groups_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes: what lies below a place is read without a join.
    place_path TEXT NOT NULL,
    site_id TEXT CONSTRAINT focus_groups_site_id_fkey REFERENCES sites (id),
    starts_at TIMESTAMP NOT NULL,
    venue TEXT NOT NULL,
    facilitator_id TEXT NOT NULL CONSTRAINT focus_groups_facilitator_id_fkey REFERENCES accounts (id),
    note_taker_id TEXT CONSTRAINT focus_groups_note_taker_id_fkey REFERENCES accounts (id),
    -- Words between bars, in front of the first and behind the last: `|ky|ru|`.
    languages TEXT NOT NULL,
    topic_guide TEXT,
    ground_rules TEXT,
    -- Who is expected, for the balance of an area.
    expected_people BIGINT NOT NULL CONSTRAINT focus_groups_expected_people_check CHECK (expected_people BETWEEN 1 AND 100),
    expected_women BIGINT NOT NULL,
    expected_youth BIGINT NOT NULL,
    state TEXT NOT NULL CONSTRAINT focus_groups_state_check CHECK (
        state IN ('planned', 'consented', 'held', 'coded', 'validated', 'published', 'cancelled')),
    consent_form TEXT CONSTRAINT focus_groups_consent_form_check CHECK (consent_form IN ('spoken', 'signed', 'thumbprint')),
    consent_given_on DATE,
    -- Under 18: as many parents or guardians agreed.
    guardians BIGINT CONSTRAINT focus_groups_guardians_check CHECK (guardians BETWEEN 1 AND 100),
    guardians_form TEXT CONSTRAINT focus_groups_guardians_form_check CHECK (
        guardians_form IN ('spoken', 'signed', 'thumbprint')),
    guardians_given_on DATE,
    held_on DATE,
    notes TEXT NOT NULL,
    validated_on DATE,
    validated_at_place TEXT,
    validated_by_people BIGINT CONSTRAINT focus_groups_validated_by_people_check CHECK (validated_by_people BETWEEN 1 AND 1000),
    validated_corrections TEXT,
    published_at TIMESTAMP,
    summary TEXT,
    -- What a search looks through.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT focus_groups_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT focus_groups_expected_check CHECK (
        expected_women BETWEEN 0 AND expected_people AND expected_youth BETWEEN 0 AND expected_people),
    CONSTRAINT focus_groups_consent_check CHECK ((consent_form IS NULL) = (consent_given_on IS NULL)),
    CONSTRAINT focus_groups_guardians_whole_check CHECK (
        (guardians IS NULL) = (guardians_form IS NULL) AND (guardians IS NULL) = (guardians_given_on IS NULL)),
    -- Nobody is heard who has not agreed to it.
    CONSTRAINT focus_groups_consented_check CHECK (
        consent_form IS NOT NULL OR state IN ('planned', 'cancelled')),
    CONSTRAINT focus_groups_held_check CHECK (
        (held_on IS NOT NULL) = (state IN ('held', 'coded', 'validated', 'published'))),
    CONSTRAINT focus_groups_validated_check CHECK (
        (validated_on IS NOT NULL) = (state IN ('validated', 'published'))
        AND (validated_at_place IS NOT NULL) = (validated_on IS NOT NULL)
        AND (validated_by_people IS NOT NULL) = (validated_on IS NOT NULL)),
    CONSTRAINT focus_groups_published_check CHECK (
        (published_at IS NOT NULL) = (state = 'published') AND (summary IS NOT NULL) = (state = 'published'))
);
CREATE INDEX focus_groups_latest_idx ON focus_groups (programme_id, starts_at, id);
CREATE INDEX focus_groups_place_path_idx ON focus_groups (place_path, programme_id);
CREATE INDEX focus_groups_place_id_idx ON focus_groups (place_id);
CREATE INDEX focus_groups_site_id_idx ON focus_groups (site_id);
CREATE INDEX focus_groups_facilitator_id_idx ON focus_groups (facilitator_id, state);
CREATE INDEX focus_groups_note_taker_id_idx ON focus_groups (note_taker_id);
CREATE INDEX focus_groups_created_by_idx ON focus_groups (created_by);

-- How many of a sex and an age were there; a count of none has no row.
CREATE TABLE focus_group_attendance (
    focus_group_id TEXT NOT NULL CONSTRAINT focus_group_attendance_focus_group_id_fkey REFERENCES focus_groups (id),
    sex TEXT NOT NULL CONSTRAINT focus_group_attendance_sex_check CHECK (sex IN ('female', 'male')),
    band TEXT NOT NULL CONSTRAINT focus_group_attendance_band_check CHECK (
        band IN ('under14', 'from14', 'from18', 'from25', 'from36', 'from60')),
    people BIGINT NOT NULL CONSTRAINT focus_group_attendance_people_check CHECK (people BETWEEN 1 AND 100),
    PRIMARY KEY (focus_group_id, sex, band)
);

-- What somebody said, and of which kind the person is; never who.
CREATE TABLE focus_group_quotes (
    focus_group_id TEXT NOT NULL CONSTRAINT focus_group_quotes_focus_group_id_fkey REFERENCES focus_groups (id),
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    sex TEXT NOT NULL CONSTRAINT focus_group_quotes_sex_check CHECK (sex IN ('female', 'male')),
    -- A child under 14 is not quoted.
    band TEXT NOT NULL CONSTRAINT focus_group_quotes_band_check CHECK (
        band IN ('from14', 'from18', 'from25', 'from36', 'from60')),
    published BOOLEAN NOT NULL,
    PRIMARY KEY (focus_group_id, position)
);

-- Who agreed to have the name kept; deleted when the person takes that back.
CREATE TABLE focus_group_participants (
    id TEXT NOT NULL PRIMARY KEY,
    focus_group_id TEXT NOT NULL CONSTRAINT focus_group_participants_focus_group_id_fkey REFERENCES focus_groups (id),
    name_sealed BLOB NOT NULL,
    sex TEXT NOT NULL CONSTRAINT focus_group_participants_sex_check CHECK (sex IN ('female', 'male')),
    band TEXT NOT NULL CONSTRAINT focus_group_participants_band_check CHECK (
        band IN ('from14', 'from18', 'from25', 'from36', 'from60')),
    consent_form TEXT NOT NULL CONSTRAINT focus_group_participants_consent_form_check CHECK (
        consent_form IN ('spoken', 'signed', 'thumbprint')),
    consented_on DATE NOT NULL
);
CREATE INDEX focus_group_participants_focus_group_id_idx ON focus_group_participants (focus_group_id, id);

CREATE TABLE focus_group_events (
    id TEXT NOT NULL PRIMARY KEY,
    focus_group_id TEXT NOT NULL CONSTRAINT focus_group_events_focus_group_id_fkey REFERENCES focus_groups (id),
    kind TEXT NOT NULL CONSTRAINT focus_group_events_kind_check CHECK (kind IN (
        'planned', 'changed', 'consented', 'guardians_agreed', 'attendance_counted', 'notes_written', 'held', 'coded',
        'coding_reopened', 'validated', 'published', 'cancelled', 'participant_added', 'participant_withdrew',
        'participants_opened', 'passage_coded', 'passage_uncoded')),
    account_id TEXT NOT NULL CONSTRAINT focus_group_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    -- Names of the fields of a change, never what was in them.
    fields TEXT,
    day DATE,
    note TEXT,
    CONSTRAINT focus_group_events_reason_check CHECK (
        kind NOT IN ('cancelled', 'participants_opened', 'coding_reopened') OR note IS NOT NULL)
);
CREATE INDEX focus_group_events_focus_group_id_idx ON focus_group_events (focus_group_id, id);
CREATE INDEX focus_group_events_account_id_idx ON focus_group_events (account_id);
