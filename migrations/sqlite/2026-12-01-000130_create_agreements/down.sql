DROP TABLE agreement_events;
DROP TABLE agreement_signatures;
DROP TABLE agreement_sides;
DROP TABLE agreement_texts;
CREATE TABLE attachments_before (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT CONSTRAINT attachments_grievance_id_fkey REFERENCES grievances (id),
    commitment_id TEXT CONSTRAINT attachments_commitment_id_fkey REFERENCES commitments (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    -- Nobody's account: the reporter's own file.
    account_id TEXT CONSTRAINT attachments_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    -- Whether everybody may see it with a published commitment.
    published BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT attachments_owner_check CHECK ((grievance_id IS NULL) <> (commitment_id IS NULL)),
    CONSTRAINT attachments_published_check CHECK (published = FALSE OR commitment_id IS NOT NULL)
);
INSERT INTO attachments_before (id, grievance_id, commitment_id, name, media_type, size, sha256, account_id, at, published)
SELECT id, grievance_id, commitment_id, name, media_type, size, sha256, account_id, at, published FROM attachments
WHERE agreement_id IS NULL;
DROP TABLE attachments;
ALTER TABLE attachments_before RENAME TO attachments;
CREATE INDEX attachments_grievance_id_idx ON attachments (grievance_id, id);
CREATE INDEX attachments_commitment_id_idx ON attachments (commitment_id, id);
CREATE INDEX attachments_account_id_idx ON attachments (account_id);
DROP INDEX commitments_agreement_id_idx;
ALTER TABLE commitments DROP COLUMN agreement_id;
DROP TABLE agreements;
