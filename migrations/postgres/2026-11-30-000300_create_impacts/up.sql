CREATE TABLE impacts (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT impacts_programme_id_fkey REFERENCES programmes (id),
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    category TEXT NOT NULL CONSTRAINT impacts_category_check CHECK (category IN (
        'water', 'air_and_dust', 'land_and_pasture', 'health', 'jobs_and_livelihoods', 'roads_and_transport',
        'blasting_and_vibration', 'culture_and_heritage', 'security', 'social_investment', 'tax_and_local_budget', 'other')),
    direction TEXT NOT NULL CONSTRAINT impacts_direction_check CHECK (direction IN ('positive', 'negative')),
    basis TEXT NOT NULL CONSTRAINT impacts_basis_check CHECK (basis IN ('actual', 'feared')),
    severity BIGINT NOT NULL CONSTRAINT impacts_severity_check CHECK (severity BETWEEN 1 AND 5),
    likelihood BIGINT NOT NULL CONSTRAINT impacts_likelihood_check CHECK (likelihood BETWEEN 1 AND 5),
    -- What the list is ordered by.
    gravity BIGINT NOT NULL CONSTRAINT impacts_gravity_check CHECK (gravity = severity * likelihood),
    extent TEXT NOT NULL CONSTRAINT impacts_extent_check CHECK (
        extent IN ('few_households', 'village', 'several_villages', 'district', 'region')),
    -- Words between bars, in front of the first and behind the last: `|women|youth|`.
    affected TEXT NOT NULL,
    site_id TEXT CONSTRAINT impacts_site_id_fkey REFERENCES sites (id),
    -- Of the site, which never changes hands: who reads it as that company's.
    company_id TEXT CONSTRAINT impacts_company_id_fkey REFERENCES organisations (id),
    place_id TEXT NOT NULL CONSTRAINT impacts_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes: what lies below a place is read in any order without a join.
    place_path TEXT COLLATE "C" NOT NULL,
    reported_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT impacts_state_check CHECK (
        state IN ('reported', 'validated', 'prioritised', 'on_agenda', 'addressed', 'dismissed')),
    published BOOLEAN NOT NULL DEFAULT FALSE,
    published_at TIMESTAMP,
    -- What a search looks through, as the search index holds it.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT impacts_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT impacts_company_check CHECK ((site_id IS NULL) = (company_id IS NULL)),
    CONSTRAINT impacts_published_check CHECK (published = (published_at IS NOT NULL)),
    -- Nothing is told outside that those it is about have not confirmed.
    CONSTRAINT impacts_published_state_check CHECK (NOT published OR state NOT IN ('reported', 'dismissed'))
);
-- One for each order of the list, and for each order under each filter that is one value.
CREATE INDEX impacts_newest_idx ON impacts (programme_id, id);
CREATE INDEX impacts_gravest_idx ON impacts (programme_id, gravity, id);
CREATE INDEX impacts_category_newest_idx ON impacts (programme_id, category, id);
CREATE INDEX impacts_category_gravest_idx ON impacts (programme_id, category, gravity, id);
CREATE INDEX impacts_state_newest_idx ON impacts (programme_id, state, id);
CREATE INDEX impacts_state_gravest_idx ON impacts (programme_id, state, gravity, id);
CREATE INDEX impacts_direction_newest_idx ON impacts (programme_id, direction, id);
CREATE INDEX impacts_direction_gravest_idx ON impacts (programme_id, direction, gravity, id);
CREATE INDEX impacts_published_newest_idx ON impacts (programme_id, published, id);
CREATE INDEX impacts_published_gravest_idx ON impacts (programme_id, published, gravity, id);
CREATE INDEX impacts_cell_newest_idx ON impacts (programme_id, severity, likelihood, id);
CREATE INDEX impacts_severity_newest_idx ON impacts (programme_id, severity, id);
CREATE INDEX impacts_severity_gravest_idx ON impacts (programme_id, severity, gravity, id);
CREATE INDEX impacts_site_newest_idx ON impacts (site_id, programme_id, id);
CREATE INDEX impacts_site_gravest_idx ON impacts (site_id, programme_id, gravity, id);
CREATE INDEX impacts_company_newest_idx ON impacts (company_id, programme_id, published, id);
CREATE INDEX impacts_company_gravest_idx ON impacts (company_id, programme_id, published, gravity, id);
CREATE INDEX impacts_place_path_idx ON impacts (place_path, programme_id, published);
CREATE INDEX impacts_place_id_idx ON impacts (place_id);
CREATE INDEX impacts_created_by_idx ON impacts (created_by);

CREATE TABLE impact_events (
    id TEXT NOT NULL PRIMARY KEY,
    impact_id TEXT NOT NULL CONSTRAINT impact_events_impact_id_fkey REFERENCES impacts (id),
    at TIMESTAMP NOT NULL,
    move TEXT NOT NULL CONSTRAINT impact_events_move_check CHECK (
        move IN ('report', 'change', 'validate', 'prioritise', 'put_on_agenda', 'address', 'dismiss', 'return', 'publish',
                 'withdraw_publication')),
    from_state TEXT,
    to_state TEXT NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT impact_events_account_id_fkey REFERENCES accounts (id),
    note TEXT,
    -- Names of the fields of a change, never what was in them.
    fields TEXT,
    CONSTRAINT impact_events_note_check CHECK (note IS NOT NULL OR move IN ('report', 'change')),
    CONSTRAINT impact_events_fields_check CHECK ((fields IS NOT NULL) = (move = 'change'))
);
CREATE INDEX impact_events_impact_id_idx ON impact_events (impact_id, id);
CREATE INDEX impact_events_account_id_idx ON impact_events (account_id);

-- What an impact is known from. Each kind has its column.
CREATE TABLE impact_sources (
    id TEXT NOT NULL PRIMARY KEY,
    impact_id TEXT NOT NULL CONSTRAINT impact_sources_impact_id_fkey REFERENCES impacts (id),
    kind TEXT NOT NULL CONSTRAINT impact_sources_kind_check CHECK (kind IN ('grievance', 'observed')),
    grievance_id TEXT CONSTRAINT impact_sources_grievance_id_fkey REFERENCES grievances (id),
    observed TEXT,
    day DATE,
    account_id TEXT NOT NULL CONSTRAINT impact_sources_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    CONSTRAINT impact_sources_impact_id_grievance_id_key UNIQUE (impact_id, grievance_id),
    CONSTRAINT impact_sources_grievance_check CHECK ((kind = 'grievance') = (grievance_id IS NOT NULL)),
    CONSTRAINT impact_sources_observed_check CHECK (
        (kind = 'observed') = (observed IS NOT NULL) AND (kind = 'observed') = (day IS NOT NULL))
);
CREATE INDEX impact_sources_impact_id_idx ON impact_sources (impact_id, id);
CREATE INDEX impact_sources_grievance_id_idx ON impact_sources (grievance_id);
CREATE INDEX impact_sources_account_id_idx ON impact_sources (account_id);

-- The cases in which an impact is dealt with.
CREATE TABLE impact_grievances (
    impact_id TEXT NOT NULL CONSTRAINT impact_grievances_impact_id_fkey REFERENCES impacts (id),
    grievance_id TEXT NOT NULL CONSTRAINT impact_grievances_grievance_id_fkey REFERENCES grievances (id),
    account_id TEXT NOT NULL CONSTRAINT impact_grievances_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (impact_id, grievance_id)
);
CREATE INDEX impact_grievances_grievance_id_idx ON impact_grievances (grievance_id);
CREATE INDEX impact_grievances_account_id_idx ON impact_grievances (account_id);
