CREATE TABLE exports_anew (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    account_id TEXT NOT NULL CONSTRAINT exports_account_id_fkey REFERENCES accounts (id),
    -- The scope of the account when it asked, as JSON: once that has changed, the file is not given out; and what shows a
    -- case that is to be shown no more is forgotten.
    scope TEXT NOT NULL,
    format TEXT NOT NULL CONSTRAINT exports_format_check CHECK (format IN ('csv', 'xlsx')),
    language TEXT NOT NULL CONSTRAINT exports_language_check CHECK (language IN ('ky', 'ru', 'en')),
    -- As the list takes it: `state=accepted&sort=due`.
    query TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT exports_state_check CHECK (state IN ('waiting', 'running', 'ready', 'failed')),
    rows_done BIGINT NOT NULL DEFAULT 0,
    -- Not known beforehand for a search.
    rows_total BIGINT,
    truncated BOOLEAN NOT NULL DEFAULT FALSE,
    -- The pieces of the sealed file, which lies in the file store.
    parts BIGINT NOT NULL DEFAULT 0,
    size BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    touched_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    list TEXT NOT NULL DEFAULT 'grievances' CONSTRAINT exports_list_check CHECK (
        list IN ('grievances', 'stakeholders')),
    -- Whether it holds what stakeholders are reached at whole, and not masked.
    contacts BOOLEAN NOT NULL DEFAULT FALSE
);
INSERT INTO exports_anew (id, version, account_id, scope, format, language, query, state, rows_done, rows_total, truncated, parts, size, created_at, touched_at, expires_at, list, contacts)
SELECT id, version, account_id, scope, format, language, query, state, rows_done, rows_total, truncated, parts, size, created_at, touched_at, expires_at, list, contacts FROM exports WHERE list <> 'grant_applications';
DROP TABLE exports;
ALTER TABLE exports_anew RENAME TO exports;
CREATE INDEX exports_account_id_idx ON exports (account_id, id);
CREATE INDEX exports_expires_at_idx ON exports (expires_at);
CREATE INDEX exports_state_idx ON exports (state, touched_at);
DELETE FROM notifications WHERE grant_application_id IS NOT NULL;
DROP INDEX notifications_grant_application_id_idx;
ALTER TABLE notifications DROP COLUMN grant_application_id;
DROP TABLE grant_application_events;
DROP TABLE grant_answers;
PRAGMA defer_foreign_keys = ON;
CREATE TABLE attachments_kept AS SELECT * FROM attachments WHERE grant_application_id IS NULL;
DROP TABLE attachments;
CREATE TABLE attachments (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT CONSTRAINT attachments_grievance_id_fkey REFERENCES grievances (id),
    commitment_id TEXT CONSTRAINT attachments_commitment_id_fkey REFERENCES commitments (id),
    agreement_id TEXT CONSTRAINT attachments_agreement_id_fkey REFERENCES agreements (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    -- Nobody's account: the reporter's own file.
    account_id TEXT CONSTRAINT attachments_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    -- Whether everybody may see it with a published commitment.
    published BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT attachments_owner_check CHECK (
        (grievance_id IS NOT NULL) + (commitment_id IS NOT NULL) + (agreement_id IS NOT NULL) = 1),
    CONSTRAINT attachments_published_check CHECK (published = FALSE OR commitment_id IS NOT NULL)
);
INSERT INTO attachments (id, grievance_id, commitment_id, agreement_id, name, media_type, size, sha256, account_id, at, published)
SELECT id, grievance_id, commitment_id, agreement_id, name, media_type, size, sha256, account_id, at, published FROM attachments_kept;
DROP TABLE attachments_kept;
CREATE INDEX attachments_grievance_id_idx ON attachments (grievance_id, id);
CREATE INDEX attachments_commitment_id_idx ON attachments (commitment_id, id);
CREATE INDEX attachments_agreement_id_idx ON attachments (agreement_id, id);
CREATE INDEX attachments_account_id_idx ON attachments (account_id);
DROP TABLE grant_follow_ups;
DROP TABLE grant_partners;
DROP TABLE grant_team;
DROP TABLE grant_budget_lines;
DROP TABLE grant_applications;
