CREATE TABLE places (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    code TEXT NOT NULL CONSTRAINT places_code_key UNIQUE,
    level TEXT NOT NULL CONSTRAINT places_level_check
        CHECK (level IN ('country', 'oblast', 'city', 'raion', 'aimak', 'village')),
    parent_id TEXT CONSTRAINT places_parent_id_fkey REFERENCES places (id),
    -- The codes from the country down to this place, each ended by a slash:
    -- what lies below a place is what starts with its path.
    path TEXT NOT NULL CONSTRAINT places_path_key UNIQUE,
    -- The raion or city that this place is or lies in; none above.
    district_id TEXT CONSTRAINT places_district_id_fkey REFERENCES places (id),
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    latitude DOUBLE,
    longitude DOUBLE
);
CREATE INDEX places_parent_id_idx ON places (parent_id);
CREATE INDEX places_district_id_idx ON places (district_id);

CREATE TABLE programmes (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    objectives_ky TEXT NOT NULL,
    objectives_ru TEXT NOT NULL,
    objectives_en TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    status TEXT NOT NULL CONSTRAINT programmes_status_check CHECK (status IN ('planned', 'running', 'closed')),
    CONSTRAINT programmes_period_check CHECK (starts_on <= ends_on)
);

CREATE TABLE focus_areas (
    id TEXT NOT NULL PRIMARY KEY,
    programme_id TEXT NOT NULL CONSTRAINT focus_areas_programme_id_fkey REFERENCES programmes (id),
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL
);
CREATE INDEX focus_areas_programme_id_idx ON focus_areas (programme_id);

CREATE TABLE focus_area_places (
    focus_area_id TEXT NOT NULL CONSTRAINT focus_area_places_focus_area_id_fkey REFERENCES focus_areas (id),
    place_id TEXT NOT NULL CONSTRAINT focus_area_places_place_id_fkey REFERENCES places (id),
    PRIMARY KEY (focus_area_id, place_id)
);
CREATE INDEX focus_area_places_place_id_idx ON focus_area_places (place_id);

CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CONSTRAINT organisations_kind_check
        CHECK (kind IN ('ngo', 'company', 'authority', 'community_group', 'partner')),
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    territory_id TEXT CONSTRAINT organisations_territory_id_fkey REFERENCES places (id),
    CONSTRAINT organisations_authority_territory_check CHECK (kind <> 'authority' OR territory_id IS NOT NULL)
);
CREATE INDEX organisations_territory_id_idx ON organisations (territory_id);

CREATE TABLE sites (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    organisation_id TEXT NOT NULL CONSTRAINT sites_organisation_id_fkey REFERENCES organisations (id),
    place_id TEXT NOT NULL CONSTRAINT sites_place_id_fkey REFERENCES places (id),
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    latitude DOUBLE,
    longitude DOUBLE,
    licence_number TEXT NOT NULL CONSTRAINT sites_licence_number_key UNIQUE,
    mineral TEXT NOT NULL,
    stage TEXT NOT NULL CONSTRAINT sites_stage_check
        CHECK (stage IN ('exploration', 'construction', 'production', 'care_and_maintenance', 'closure')),
    -- Lets a case name a site and its company together, and no other pair.
    CONSTRAINT sites_id_organisation_id_key UNIQUE (id, organisation_id)
);
CREATE INDEX sites_organisation_id_idx ON sites (organisation_id);
CREATE INDEX sites_place_id_idx ON sites (place_id);
