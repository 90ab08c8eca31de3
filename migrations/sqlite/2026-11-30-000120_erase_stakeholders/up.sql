-- Of somebody who was taken out of the register the row stays for the figures: category, place, sex and age band.
ALTER TABLE stakeholders ADD COLUMN erased_at TIMESTAMP;

CREATE TABLE stakeholder_erasures (
    id TEXT NOT NULL PRIMARY KEY,
    stakeholder_id TEXT NOT NULL CONSTRAINT stakeholder_erasures_stakeholder_id_fkey REFERENCES stakeholders (id),
    account_id TEXT NOT NULL CONSTRAINT stakeholder_erasures_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX stakeholder_erasures_stakeholder_id_idx ON stakeholder_erasures (stakeholder_id);
CREATE INDEX stakeholder_erasures_account_id_idx ON stakeholder_erasures (account_id);
