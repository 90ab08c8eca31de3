-- What an organisation promised to people, and by when.
CREATE TABLE commitments (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT commitments_programme_id_fkey REFERENCES programmes (id),
    what TEXT NOT NULL,
    -- Who owes it.
    organisation_id TEXT NOT NULL CONSTRAINT commitments_organisation_id_fkey REFERENCES organisations (id),
    side TEXT NOT NULL CONSTRAINT commitments_side_check CHECK (side IN ('company', 'authority', 'community', 'programme')),
    -- Whose it is.
    place_id TEXT NOT NULL CONSTRAINT commitments_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT NOT NULL,
    site_id TEXT CONSTRAINT commitments_site_id_fkey REFERENCES sites (id),
    grievance_id TEXT CONSTRAINT commitments_grievance_id_fkey REFERENCES grievances (id),
    made_on DATE NOT NULL,
    -- The last day, in Bishkek; the first one is what was promised at the beginning.
    due_on DATE NOT NULL,
    first_due_on DATE NOT NULL,
    state TEXT NOT NULL CONSTRAINT commitments_state_check CHECK (
        state IN ('open', 'in_progress', 'reported_done', 'verified', 'dropped')),
    done_on DATE,
    -- Who said that it is done: the same must not find that it is.
    reported_by TEXT CONSTRAINT commitments_reported_by_fkey REFERENCES accounts (id),
    published BOOLEAN NOT NULL DEFAULT FALSE,
    -- What everybody reads of it.
    public_text TEXT,
    -- What a search looks through.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT commitments_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT commitments_due_check CHECK (due_on >= made_on AND first_due_on >= made_on),
    CONSTRAINT commitments_done_check CHECK (
        (state IN ('reported_done', 'verified')) = (done_on IS NOT NULL)
        AND (done_on IS NULL) = (reported_by IS NULL)),
    CONSTRAINT commitments_published_check CHECK (published = FALSE OR public_text IS NOT NULL)
);
CREATE INDEX commitments_due_idx ON commitments (programme_id, due_on, id);
CREATE INDEX commitments_newest_idx ON commitments (programme_id, id);
CREATE INDEX commitments_state_due_idx ON commitments (programme_id, state, due_on, id);
CREATE INDEX commitments_organisation_id_idx ON commitments (organisation_id, due_on, id);
CREATE INDEX commitments_open_due_idx ON commitments (due_on, id) WHERE state IN ('open', 'in_progress');
CREATE INDEX commitments_published_idx ON commitments (site_id, due_on, id) WHERE published;
CREATE INDEX commitments_place_path_idx ON commitments (place_path, programme_id);
CREATE INDEX commitments_place_id_idx ON commitments (place_id);
CREATE INDEX commitments_site_id_idx ON commitments (site_id, due_on, id);
CREATE INDEX commitments_grievance_id_idx ON commitments (grievance_id, id);
CREATE INDEX commitments_reported_by_idx ON commitments (reported_by);
CREATE INDEX commitments_created_by_idx ON commitments (created_by);

-- What happened to a commitment; nothing is taken out of it.
CREATE TABLE commitment_events (
    id TEXT NOT NULL PRIMARY KEY,
    commitment_id TEXT NOT NULL CONSTRAINT commitment_events_commitment_id_fkey REFERENCES commitments (id),
    move TEXT NOT NULL CONSTRAINT commitment_events_move_check CHECK (move IN (
        'make', 'start', 'report', 'verify', 'reject', 'drop', 'move_due', 'publish', 'withdraw_publication',
        'show_evidence', 'hide_evidence')),
    from_state TEXT,
    to_state TEXT NOT NULL,
    -- As whom: who owes it, the programme, the community.
    party TEXT NOT NULL CONSTRAINT commitment_events_party_check CHECK (party IN ('owner', 'programme', 'community')),
    account_id TEXT NOT NULL CONSTRAINT commitment_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    note TEXT,
    -- Who saw it, where no representative could say so.
    witness TEXT,
    done_on DATE,
    due_before DATE,
    due_after DATE,
    CONSTRAINT commitment_events_reason_check CHECK (move NOT IN ('reject', 'drop', 'move_due') OR note IS NOT NULL),
    CONSTRAINT commitment_events_due_check CHECK (
        (move = 'move_due') = (due_before IS NOT NULL) AND (due_before IS NULL) = (due_after IS NULL))
);
CREATE INDEX commitment_events_commitment_id_idx ON commitment_events (commitment_id, id);
CREATE INDEX commitment_events_account_id_idx ON commitment_events (account_id);

-- A file belongs to a case or shows that something promised was done.
CREATE TABLE attachments_anew (
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
INSERT INTO attachments_anew (id, grievance_id, name, media_type, size, sha256, account_id, at)
SELECT id, grievance_id, name, media_type, size, sha256, account_id, at FROM attachments;
DROP TABLE attachments;
ALTER TABLE attachments_anew RENAME TO attachments;
CREATE INDEX attachments_grievance_id_idx ON attachments (grievance_id, id);
CREATE INDEX attachments_commitment_id_idx ON attachments (commitment_id, id);
CREATE INDEX attachments_account_id_idx ON attachments (account_id);
