-- Leave to see who raised a case. How long it may last is the program's rule; here, that it ends.
CREATE TABLE identity_grants (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT identity_grants_grievance_id_fkey REFERENCES grievances (id),
    account_id TEXT NOT NULL CONSTRAINT identity_grants_account_id_fkey REFERENCES accounts (id),
    purpose TEXT NOT NULL CONSTRAINT identity_grants_purpose_check
        CHECK (purpose IN ('contact', 'verify', 'protect', 'legal_duty', 'other')),
    reason TEXT NOT NULL,
    granted_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    -- How often the identity was shown.
    looks BIGINT NOT NULL,
    CONSTRAINT identity_grants_end_check CHECK (ends_at >= granted_at)
);
CREATE INDEX identity_grants_grievance_id_idx ON identity_grants (grievance_id, granted_at);
CREATE INDEX identity_grants_account_id_idx ON identity_grants (account_id);

-- What was taken out of a case, at whose wish is in the reason.
CREATE TABLE grievance_erasures (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_erasures_grievance_id_fkey REFERENCES grievances (id),
    account_id TEXT NOT NULL CONSTRAINT grievance_erasures_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    reason TEXT NOT NULL,
    -- Besides the identity, which always goes.
    words BOOLEAN NOT NULL,
    files BOOLEAN NOT NULL,
    receipt BOOLEAN NOT NULL
);
CREATE INDEX grievance_erasures_grievance_id_idx ON grievance_erasures (grievance_id, at);
CREATE INDEX grievance_erasures_account_id_idx ON grievance_erasures (account_id);
