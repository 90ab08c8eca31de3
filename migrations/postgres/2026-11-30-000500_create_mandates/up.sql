-- A gathering of a community that gave somebody its word. One may speak for several representatives.
CREATE TABLE assemblies (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT assemblies_programme_id_fkey REFERENCES programmes (id),
    place_id TEXT NOT NULL CONSTRAINT assemblies_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT COLLATE "C" NOT NULL,
    form TEXT NOT NULL CONSTRAINT assemblies_form_check CHECK (form IN ('assembly', 'vote', 'consensus')),
    held_on DATE NOT NULL,
    venue TEXT,
    note TEXT,
    created_by TEXT NOT NULL CONSTRAINT assemblies_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX assemblies_newest_idx ON assemblies (programme_id, id);
CREATE INDEX assemblies_place_path_idx ON assemblies (place_path, programme_id);
CREATE INDEX assemblies_place_id_idx ON assemblies (place_id);
CREATE INDEX assemblies_created_by_idx ON assemblies (created_by);

-- How many of a sex and an age were there; a count of none has no row.
CREATE TABLE assembly_attendance (
    assembly_id TEXT NOT NULL CONSTRAINT assembly_attendance_assembly_id_fkey REFERENCES assemblies (id),
    sex TEXT NOT NULL CONSTRAINT assembly_attendance_sex_check CHECK (sex IN ('female', 'male')),
    band TEXT NOT NULL CONSTRAINT assembly_attendance_band_check CHECK (
        band IN ('under14', 'from14', 'from18', 'from25', 'from36', 'from60')),
    people BIGINT NOT NULL CONSTRAINT assembly_attendance_people_check CHECK (people BETWEEN 1 AND 100000),
    PRIMARY KEY (assembly_id, sex, band)
);

CREATE TABLE mandates (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT mandates_programme_id_fkey REFERENCES programmes (id),
    stakeholder_id TEXT NOT NULL CONSTRAINT mandates_stakeholder_id_fkey REFERENCES stakeholders (id),
    place_id TEXT NOT NULL CONSTRAINT mandates_place_id_fkey REFERENCES places (id),
    place_path TEXT COLLATE "C" NOT NULL,
    speaks_for TEXT NOT NULL CONSTRAINT mandates_speaks_for_check CHECK (speaks_for IN ('community', 'women', 'youth')),
    state TEXT NOT NULL CONSTRAINT mandates_state_check CHECK (
        state IN ('nominated', 'vetted', 'endorsed', 'active', 'ended')),
    nominated_on DATE NOT NULL,
    nominated_by TEXT NOT NULL,
    vetted_on DATE,
    assembly_id TEXT CONSTRAINT mandates_assembly_id_fkey REFERENCES assemblies (id),
    starts_on DATE,
    -- The last day of the term.
    expires_on DATE,
    -- Who signs in with it.
    account_id TEXT CONSTRAINT mandates_account_id_fkey REFERENCES accounts (id),
    -- Whether the person agreed to being named to companies, authorities and the community.
    named BOOLEAN NOT NULL,
    ended_on DATE,
    ending TEXT CONSTRAINT mandates_ending_check CHECK (
        ending IN ('term_over', 'resigned', 'recalled', 'not_endorsed', 'conflict_of_interest', 'died', 'other')),
    created_by TEXT NOT NULL CONSTRAINT mandates_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT mandates_vetted_check CHECK (state IN ('nominated', 'ended') OR vetted_on IS NOT NULL),
    -- Nobody speaks for a community that has not said so.
    CONSTRAINT mandates_endorsed_check CHECK (state NOT IN ('endorsed', 'active') OR assembly_id IS NOT NULL),
    CONSTRAINT mandates_active_check CHECK (state <> 'active' OR starts_on IS NOT NULL),
    CONSTRAINT mandates_ended_check CHECK ((state = 'ended') = (ended_on IS NOT NULL) AND (state = 'ended') = (ending IS NOT NULL)),
    CONSTRAINT mandates_term_check CHECK (expires_on IS NULL OR expires_on >= starts_on)
);
CREATE INDEX mandates_newest_idx ON mandates (programme_id, id);
CREATE INDEX mandates_state_newest_idx ON mandates (programme_id, state, id);
CREATE INDEX mandates_place_path_idx ON mandates (place_path, programme_id);
CREATE INDEX mandates_place_id_idx ON mandates (place_id);
CREATE INDEX mandates_stakeholder_id_idx ON mandates (stakeholder_id, id);
CREATE INDEX mandates_assembly_id_idx ON mandates (assembly_id);
CREATE INDEX mandates_account_id_idx ON mandates (account_id);
CREATE INDEX mandates_created_by_idx ON mandates (created_by);
-- Nobody stands twice at once for the same people.
CREATE UNIQUE INDEX mandates_open_idx ON mandates (stakeholder_id, place_id, speaks_for) WHERE state <> 'ended';

-- What somebody declared when vetted: contracts, offices, relatives.
CREATE TABLE mandate_interests (
    id TEXT NOT NULL PRIMARY KEY,
    mandate_id TEXT NOT NULL CONSTRAINT mandate_interests_mandate_id_fkey REFERENCES mandates (id),
    kind TEXT NOT NULL CONSTRAINT mandate_interests_kind_check CHECK (
        kind IN ('contract', 'employment', 'office', 'party', 'family', 'property', 'other')),
    organisation_id TEXT CONSTRAINT mandate_interests_organisation_id_fkey REFERENCES organisations (id),
    detail TEXT NOT NULL
);
CREATE INDEX mandate_interests_mandate_id_idx ON mandate_interests (mandate_id);
CREATE INDEX mandate_interests_organisation_id_idx ON mandate_interests (organisation_id);

CREATE TABLE mandate_events (
    id TEXT NOT NULL PRIMARY KEY,
    mandate_id TEXT NOT NULL CONSTRAINT mandate_events_mandate_id_fkey REFERENCES mandates (id),
    kind TEXT NOT NULL CONSTRAINT mandate_events_kind_check CHECK (
        kind IN ('nominate', 'vet', 'endorse', 'activate', 'change', 'end')),
    account_id TEXT NOT NULL CONSTRAINT mandate_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    note TEXT
);
CREATE INDEX mandate_events_mandate_id_idx ON mandate_events (mandate_id, id);
CREATE INDEX mandate_events_account_id_idx ON mandate_events (account_id);
