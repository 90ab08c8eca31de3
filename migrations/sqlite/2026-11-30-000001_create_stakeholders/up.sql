CREATE TABLE stakeholders (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT stakeholders_programme_id_fkey REFERENCES programmes (id),
    kind TEXT NOT NULL CONSTRAINT stakeholders_kind_check CHECK (kind IN ('person', 'group')),
    category TEXT NOT NULL CONSTRAINT stakeholders_category_check CHECK (category IN (
        'resident', 'herder', 'youth', 'womens_group', 'elders', 'company', 'authority', 'media', 'civil_society', 'donor',
        'other')),
    name TEXT NOT NULL,
    -- The name as an alphabet of Kyrgyz, Russian and English letters orders it; compared byte by byte on both engines.
    name_key TEXT NOT NULL,
    position TEXT,
    place_id TEXT NOT NULL CONSTRAINT stakeholders_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes: what lies below a place is read in any order without a join.
    place_path TEXT NOT NULL,
    organisation_id TEXT CONSTRAINT stakeholders_organisation_id_fkey REFERENCES organisations (id),
    sex TEXT CONSTRAINT stakeholders_sex_check CHECK (sex IN ('female', 'male')),
    birth_year BIGINT,
    age_band TEXT CONSTRAINT stakeholders_age_band_check CHECK (age_band IN ('from14', 'from18', 'from25', 'from36', 'from60')),
    -- Words between bars, in front of the first and behind the last: `|ky|ru|`.
    languages TEXT NOT NULL,
    tags TEXT NOT NULL,
    contact_sealed BLOB,
    influence BIGINT CONSTRAINT stakeholders_influence_check CHECK (influence BETWEEN 1 AND 5),
    interest BIGINT CONSTRAINT stakeholders_interest_check CHECK (interest BETWEEN 1 AND 5),
    stance BIGINT CONSTRAINT stakeholders_stance_check CHECK (stance BETWEEN -2 AND 2),
    assessed_at TIMESTAMP,
    consent TEXT NOT NULL CONSTRAINT stakeholders_consent_check CHECK (consent IN ('none', 'given', 'withdrawn')),
    consent_purpose TEXT,
    consent_form TEXT CONSTRAINT stakeholders_consent_form_check CHECK (consent_form IN ('spoken', 'signed', 'thumbprint')),
    consent_given_on DATE,
    consent_withdrawn_on DATE,
    -- What a search looks through, as the search index holds it.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT stakeholders_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT stakeholders_person_check CHECK (kind = 'person' OR (sex IS NULL AND birth_year IS NULL AND age_band IS NULL)),
    CONSTRAINT stakeholders_age_check CHECK (birth_year IS NULL OR age_band IS NULL),
    CONSTRAINT stakeholders_assessed_check CHECK (
        (influence IS NULL) = (assessed_at IS NULL) AND (interest IS NULL) = (assessed_at IS NULL)
        AND (stance IS NULL) = (assessed_at IS NULL)),
    CONSTRAINT stakeholders_consented_check CHECK (
        (consent = 'none') = (consent_given_on IS NULL) AND (consent = 'none') = (consent_purpose IS NULL)
        AND (consent = 'none') = (consent_form IS NULL) AND (consent = 'withdrawn') = (consent_withdrawn_on IS NOT NULL)),
    -- Nobody's number is kept who has not agreed to it.
    CONSTRAINT stakeholders_contact_check CHECK (contact_sealed IS NULL OR consent = 'given')
);
-- One for each order of the list, and for each order under each filter that is one value.
CREATE INDEX stakeholders_newest_idx ON stakeholders (programme_id, id);
CREATE INDEX stakeholders_name_idx ON stakeholders (programme_id, name_key, id);
CREATE INDEX stakeholders_influence_idx ON stakeholders (programme_id, influence, id);
CREATE INDEX stakeholders_category_newest_idx ON stakeholders (programme_id, category, id);
CREATE INDEX stakeholders_category_name_idx ON stakeholders (programme_id, category, name_key, id);
CREATE INDEX stakeholders_category_influence_idx ON stakeholders (programme_id, category, influence, id);
CREATE INDEX stakeholders_consent_newest_idx ON stakeholders (programme_id, consent, id);
CREATE INDEX stakeholders_consent_name_idx ON stakeholders (programme_id, consent, name_key, id);
CREATE INDEX stakeholders_consent_influence_idx ON stakeholders (programme_id, consent, influence, id);
CREATE INDEX stakeholders_organisation_newest_idx ON stakeholders (organisation_id, programme_id, id);
CREATE INDEX stakeholders_organisation_name_idx ON stakeholders (organisation_id, programme_id, name_key, id);
CREATE INDEX stakeholders_organisation_influence_idx ON stakeholders (organisation_id, programme_id, influence, id);
CREATE INDEX stakeholders_place_path_idx ON stakeholders (place_path, programme_id);
CREATE INDEX stakeholders_place_id_idx ON stakeholders (place_id);
CREATE INDEX stakeholders_created_by_idx ON stakeholders (created_by);

-- The same tags as on the record, to be found by.
CREATE TABLE stakeholder_tags (
    tag TEXT NOT NULL,
    stakeholder_id TEXT NOT NULL CONSTRAINT stakeholder_tags_stakeholder_id_fkey REFERENCES stakeholders (id),
    PRIMARY KEY (tag, stakeholder_id)
);
CREATE INDEX stakeholder_tags_stakeholder_id_idx ON stakeholder_tags (stakeholder_id);

CREATE TABLE stakeholder_events (
    id TEXT NOT NULL PRIMARY KEY,
    stakeholder_id TEXT NOT NULL CONSTRAINT stakeholder_events_stakeholder_id_fkey REFERENCES stakeholders (id),
    kind TEXT NOT NULL CONSTRAINT stakeholder_events_kind_check CHECK (
        kind IN ('created', 'changed', 'assessed', 'consent_given', 'consent_withdrawn')),
    account_id TEXT NOT NULL CONSTRAINT stakeholder_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    -- Names of the fields of a change, never what was in them.
    fields TEXT,
    influence BIGINT,
    interest BIGINT,
    stance BIGINT,
    -- Of a consent: the day of which it is.
    day DATE,
    note TEXT,
    CONSTRAINT stakeholder_events_assessed_check CHECK (
        (kind = 'assessed') = (influence IS NOT NULL) AND (kind = 'assessed') = (interest IS NOT NULL)
        AND (kind = 'assessed') = (stance IS NOT NULL) AND (kind <> 'assessed' OR note IS NOT NULL))
);
CREATE INDEX stakeholder_events_stakeholder_id_idx ON stakeholder_events (stakeholder_id, id);
CREATE INDEX stakeholder_events_account_id_idx ON stakeholder_events (account_id);

-- Those of a big register, so that a plan is the same on the first day as on the last.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('stakeholders', 'sqlite_autoindex_stakeholders_1', '200000 1'),
    ('stakeholders', 'stakeholders_newest_idx', '200000 100000 1'),
    ('stakeholders', 'stakeholders_name_idx', '200000 100000 2 1'),
    ('stakeholders', 'stakeholders_influence_idx', '200000 100000 20000 1'),
    ('stakeholders', 'stakeholders_category_newest_idx', '200000 100000 10000 1'),
    ('stakeholders', 'stakeholders_category_name_idx', '200000 100000 10000 2 1'),
    ('stakeholders', 'stakeholders_category_influence_idx', '200000 100000 10000 2000 1'),
    ('stakeholders', 'stakeholders_consent_newest_idx', '200000 100000 30000 1'),
    ('stakeholders', 'stakeholders_consent_name_idx', '200000 100000 30000 2 1'),
    ('stakeholders', 'stakeholders_consent_influence_idx', '200000 100000 30000 6000 1'),
    ('stakeholders', 'stakeholders_organisation_newest_idx', '200000 2000 2000 1'),
    ('stakeholders', 'stakeholders_organisation_name_idx', '200000 2000 2000 2 1'),
    ('stakeholders', 'stakeholders_organisation_influence_idx', '200000 2000 2000 400 1'),
    ('stakeholders', 'stakeholders_place_path_idx', '200000 2000 1000'),
    ('stakeholders', 'stakeholders_place_id_idx', '200000 2000'),
    ('stakeholders', 'stakeholders_created_by_idx', '200000 10000'),
    ('stakeholder_tags', 'sqlite_autoindex_stakeholder_tags_1', '400000 5000 1'),
    ('stakeholder_tags', 'stakeholder_tags_stakeholder_id_idx', '400000 2');
