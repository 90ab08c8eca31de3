-- Who sits in the committee that looks into a contested case, and what they declare.
CREATE TABLE grievance_committee_members (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_committee_members_grievance_id_fkey REFERENCES grievances (id),
    account_id TEXT NOT NULL CONSTRAINT grievance_committee_members_account_id_fkey REFERENCES accounts (id),
    side TEXT NOT NULL CONSTRAINT grievance_committee_members_side_check
        CHECK (side IN ('community', 'company', 'authority')),
    appointed_at TIMESTAMP NOT NULL,
    appointed_by TEXT NOT NULL CONSTRAINT grievance_committee_members_appointed_by_fkey REFERENCES accounts (id),
    declared_at TIMESTAMP,
    -- What ties the member to the case: who has something to say here has stepped back.
    interests TEXT,
    CONSTRAINT grievance_committee_members_key UNIQUE (grievance_id, account_id),
    CONSTRAINT grievance_committee_members_interests_check CHECK (interests IS NULL OR declared_at IS NOT NULL)
);
CREATE INDEX grievance_committee_members_account_id_idx ON grievance_committee_members (account_id);
CREATE INDEX grievance_committee_members_appointed_by_idx ON grievance_committee_members (appointed_by);
