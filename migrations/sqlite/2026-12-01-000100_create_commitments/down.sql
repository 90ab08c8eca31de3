CREATE TABLE attachments_before (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT attachments_grievance_id_fkey REFERENCES grievances (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    account_id TEXT CONSTRAINT attachments_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL
);
INSERT INTO attachments_before
SELECT id, grievance_id, name, media_type, size, sha256, account_id, at FROM attachments WHERE grievance_id IS NOT NULL;
DROP TABLE attachments;
ALTER TABLE attachments_before RENAME TO attachments;
CREATE INDEX attachments_grievance_id_idx ON attachments (grievance_id, id);
CREATE INDEX attachments_account_id_idx ON attachments (account_id);
DROP TABLE commitment_events;
DROP TABLE commitments;
