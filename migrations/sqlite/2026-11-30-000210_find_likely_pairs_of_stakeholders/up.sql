-- By what a stakeholder may be found to be recorded twice: a keyed hash of the telephone number, and what is left of the
-- name, with its place, when spelling and alphabet are taken off.
CREATE TABLE stakeholder_keys (
    stakeholder_id TEXT NOT NULL CONSTRAINT stakeholder_keys_stakeholder_id_fkey REFERENCES stakeholders (id),
    key TEXT NOT NULL,
    PRIMARY KEY (stakeholder_id, key)
);
CREATE INDEX stakeholder_keys_key_idx ON stakeholder_keys (key);

-- Two that may be one. That they are not is kept, so that nobody is asked again.
CREATE TABLE stakeholder_pairs (
    one_id TEXT NOT NULL CONSTRAINT stakeholder_pairs_one_id_fkey REFERENCES stakeholders (id),
    other_id TEXT NOT NULL CONSTRAINT stakeholder_pairs_other_id_fkey REFERENCES stakeholders (id),
    programme_id TEXT NOT NULL CONSTRAINT stakeholder_pairs_programme_id_fkey REFERENCES programmes (id),
    standing TEXT NOT NULL CONSTRAINT stakeholder_pairs_standing_check CHECK (standing IN ('likely', 'different')),
    -- Of a hundred.
    likeness BIGINT NOT NULL,
    same_phone BOOLEAN NOT NULL,
    decided_by TEXT CONSTRAINT stakeholder_pairs_decided_by_fkey REFERENCES accounts (id),
    decided_at TIMESTAMP,
    PRIMARY KEY (one_id, other_id),
    CONSTRAINT stakeholder_pairs_order_check CHECK (one_id < other_id),
    CONSTRAINT stakeholder_pairs_decided_check CHECK (
        (standing = 'different') = (decided_by IS NOT NULL) AND (standing = 'different') = (decided_at IS NOT NULL))
);
CREATE INDEX stakeholder_pairs_standing_idx ON stakeholder_pairs (programme_id, standing, likeness, one_id, other_id);
CREATE INDEX stakeholder_pairs_other_id_idx ON stakeholder_pairs (other_id);
CREATE INDEX stakeholder_pairs_decided_by_idx ON stakeholder_pairs (decided_by);
