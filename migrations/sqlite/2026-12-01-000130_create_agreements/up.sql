-- What sides agreed with one another. It holds once each of them has signed.
CREATE TABLE agreements (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT agreements_programme_id_fkey REFERENCES programmes (id),
    title TEXT NOT NULL,
    place_id TEXT NOT NULL CONSTRAINT agreements_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT NOT NULL,
    site_id TEXT CONSTRAINT agreements_site_id_fkey REFERENCES sites (id),
    -- The case whose resolution it is.
    grievance_id TEXT CONSTRAINT agreements_grievance_id_fkey REFERENCES grievances (id),
    state TEXT NOT NULL CONSTRAINT agreements_state_check CHECK (
        state IN ('draft', 'open_for_signature', 'in_force', 'ended')),
    -- The number of the text as it is now.
    revision BIGINT NOT NULL,
    -- The number of the text that holds; another may wait for its signatures.
    revision_in_force BIGINT,
    in_force_since DATE,
    ended_on DATE,
    created_by TEXT NOT NULL CONSTRAINT agreements_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT agreements_revision_check CHECK (revision >= 1 AND revision_in_force BETWEEN 1 AND revision),
    CONSTRAINT agreements_in_force_check CHECK (
        (revision_in_force IS NULL) = (in_force_since IS NULL)
        AND (state <> 'in_force' OR (revision_in_force IS NOT NULL AND revision_in_force = revision))
        AND (state <> 'draft' OR revision_in_force IS NULL)),
    CONSTRAINT agreements_ended_check CHECK ((state = 'ended') = (ended_on IS NOT NULL))
);
CREATE INDEX agreements_newest_idx ON agreements (programme_id, id);
CREATE INDEX agreements_state_newest_idx ON agreements (programme_id, state, id);
CREATE INDEX agreements_place_path_idx ON agreements (place_path, programme_id);
CREATE INDEX agreements_place_id_idx ON agreements (place_id);
CREATE INDEX agreements_site_id_idx ON agreements (site_id);
CREATE INDEX agreements_grievance_id_idx ON agreements (grievance_id);
CREATE INDEX agreements_created_by_idx ON agreements (created_by);

-- A file can also be the scan of a signature.
CREATE TABLE attachments_anew (
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
INSERT INTO attachments_anew (id, grievance_id, commitment_id, name, media_type, size, sha256, account_id, at, published)
SELECT id, grievance_id, commitment_id, name, media_type, size, sha256, account_id, at, published FROM attachments;
DROP TABLE attachments;
ALTER TABLE attachments_anew RENAME TO attachments;
CREATE INDEX attachments_grievance_id_idx ON attachments (grievance_id, id);
CREATE INDEX attachments_commitment_id_idx ON attachments (commitment_id, id);
CREATE INDEX attachments_agreement_id_idx ON attachments (agreement_id, id);
CREATE INDEX attachments_account_id_idx ON attachments (account_id);

-- Every text that was ever open for signature, and the one that is written now.
CREATE TABLE agreement_texts (
    agreement_id TEXT NOT NULL CONSTRAINT agreement_texts_agreement_id_fkey REFERENCES agreements (id),
    revision BIGINT NOT NULL,
    text TEXT NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT agreement_texts_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (agreement_id, revision)
);
CREATE INDEX agreement_texts_account_id_idx ON agreement_texts (account_id);

-- Who is to sign: an organisation, or the community of a place.
CREATE TABLE agreement_sides (
    id TEXT NOT NULL PRIMARY KEY,
    agreement_id TEXT NOT NULL CONSTRAINT agreement_sides_agreement_id_fkey REFERENCES agreements (id),
    organisation_id TEXT CONSTRAINT agreement_sides_organisation_id_fkey REFERENCES organisations (id),
    place_id TEXT CONSTRAINT agreement_sides_place_id_fkey REFERENCES places (id),
    place_path TEXT,
    CONSTRAINT agreement_sides_who_check CHECK (
        (organisation_id IS NULL) <> (place_id IS NULL) AND (place_id IS NULL) = (place_path IS NULL))
);
CREATE INDEX agreement_sides_agreement_id_idx ON agreement_sides (agreement_id, id);
CREATE INDEX agreement_sides_organisation_id_idx ON agreement_sides (organisation_id, agreement_id);
CREATE INDEX agreement_sides_place_id_idx ON agreement_sides (place_id);
CREATE INDEX agreement_sides_place_path_idx ON agreement_sides (place_path, agreement_id);

-- That a side signed a text: with its account, or on paper before a witness.
CREATE TABLE agreement_signatures (
    side_id TEXT NOT NULL CONSTRAINT agreement_signatures_side_id_fkey REFERENCES agreement_sides (id),
    revision BIGINT NOT NULL,
    form TEXT NOT NULL CONSTRAINT agreement_signatures_form_check CHECK (form IN ('account', 'paper')),
    -- Who signed, or who kept the paper.
    account_id TEXT NOT NULL CONSTRAINT agreement_signatures_account_id_fkey REFERENCES accounts (id),
    signatory TEXT,
    witness TEXT,
    scan_id TEXT CONSTRAINT agreement_signatures_scan_id_fkey REFERENCES attachments (id),
    signed_on DATE NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (side_id, revision),
    CONSTRAINT agreement_signatures_paper_check CHECK (
        (form = 'paper') = (signatory IS NOT NULL) AND (form = 'paper') = (witness IS NOT NULL)
        AND (form = 'paper') = (scan_id IS NOT NULL))
);
CREATE INDEX agreement_signatures_account_id_idx ON agreement_signatures (account_id);
CREATE INDEX agreement_signatures_scan_id_idx ON agreement_signatures (scan_id);

CREATE TABLE agreement_events (
    id TEXT NOT NULL PRIMARY KEY,
    agreement_id TEXT NOT NULL CONSTRAINT agreement_events_agreement_id_fkey REFERENCES agreements (id),
    move TEXT NOT NULL CONSTRAINT agreement_events_move_check CHECK (
        move IN ('draft', 'change', 'open', 'sign', 'take_force', 'amend', 'end')),
    revision BIGINT NOT NULL,
    side_id TEXT CONSTRAINT agreement_events_side_id_fkey REFERENCES agreement_sides (id),
    account_id TEXT NOT NULL CONSTRAINT agreement_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    note TEXT,
    CONSTRAINT agreement_events_reason_check CHECK (move NOT IN ('amend', 'end') OR note IS NOT NULL)
);
CREATE INDEX agreement_events_agreement_id_idx ON agreement_events (agreement_id, id);
CREATE INDEX agreement_events_side_id_idx ON agreement_events (side_id);
CREATE INDEX agreement_events_account_id_idx ON agreement_events (account_id);

ALTER TABLE commitments ADD COLUMN agreement_id TEXT CONSTRAINT commitments_agreement_id_fkey REFERENCES agreements (id);
CREATE INDEX commitments_agreement_id_idx ON commitments (agreement_id, id);
