-- What stakeholders are to one another.
CREATE TABLE stakeholder_relationships (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT stakeholder_relationships_programme_id_fkey REFERENCES programmes (id),
    kind TEXT NOT NULL CONSTRAINT stakeholder_relationships_kind_check CHECK (kind IN (
        'represents', 'employed_by', 'contracts_with', 'family_of', 'in_dispute_with', 'allied_with')),
    -- Of a kind that reads the same from both sides, the lesser id stands first: nobody is one's family twice.
    from_id TEXT NOT NULL CONSTRAINT stakeholder_relationships_from_id_fkey REFERENCES stakeholders (id),
    to_id TEXT NOT NULL CONSTRAINT stakeholder_relationships_to_id_fkey REFERENCES stakeholders (id),
    since DATE,
    until DATE,
    note TEXT,
    -- From where it is known.
    source TEXT,
    created_by TEXT NOT NULL CONSTRAINT stakeholder_relationships_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT stakeholder_relationships_itself_check CHECK (from_id <> to_id),
    CONSTRAINT stakeholder_relationships_both_check CHECK (kind IN ('represents', 'employed_by') OR from_id < to_id),
    CONSTRAINT stakeholder_relationships_until_check CHECK (since IS NULL OR until IS NULL OR until >= since)
);
CREATE UNIQUE INDEX stakeholder_relationships_open_key ON stakeholder_relationships (from_id, to_id, kind) WHERE until IS NULL;
CREATE INDEX stakeholder_relationships_from_id_idx ON stakeholder_relationships (from_id, id);
CREATE INDEX stakeholder_relationships_to_id_idx ON stakeholder_relationships (to_id, id);
CREATE INDEX stakeholder_relationships_newest_idx ON stakeholder_relationships (programme_id, id);
CREATE INDEX stakeholder_relationships_kind_idx ON stakeholder_relationships (programme_id, kind, id) WHERE until IS NULL;
CREATE INDEX stakeholder_relationships_created_by_idx ON stakeholder_relationships (created_by);

-- Those of a big register, so that a plan is the same on the first day as on the last.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('stakeholder_relationships', 'sqlite_autoindex_stakeholder_relationships_1', '300000 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_open_key', '250000 3 1 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_from_id_idx', '300000 3 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_to_id_idx', '300000 3 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_newest_idx', '300000 150000 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_kind_idx', '250000 125000 20000 1'),
    ('stakeholder_relationships', 'stakeholder_relationships_created_by_idx', '300000 10000');
