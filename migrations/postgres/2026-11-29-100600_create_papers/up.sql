CREATE TABLE paper_batches (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT paper_batches_programme_id_fkey REFERENCES programmes (id),
    -- Where the sheets go: a village, a box.
    label TEXT NOT NULL,
    language TEXT NOT NULL CONSTRAINT paper_batches_language_check CHECK (language IN ('ky', 'ru', 'en')),
    made_by TEXT NOT NULL CONSTRAINT paper_batches_made_by_fkey REFERENCES accounts (id),
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX paper_batches_programme_id_idx ON paper_batches (programme_id, id);
CREATE INDEX paper_batches_made_by_idx ON paper_batches (made_by, id);

CREATE TABLE paper_sheets (
    -- Eight digits drawn by lot, printed on the part that comes back.
    number TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    batch_id TEXT NOT NULL CONSTRAINT paper_sheets_batch_id_fkey REFERENCES paper_batches (id),
    -- Of the code on the part that the reporter keeps; gone once the case has it, or once the sheet is void.
    receipt_hash TEXT CONSTRAINT paper_sheets_receipt_hash_key UNIQUE,
    grievance_id TEXT CONSTRAINT paper_sheets_grievance_id_key UNIQUE
        CONSTRAINT paper_sheets_grievance_id_fkey REFERENCES grievances (id),
    received_on DATE,
    entered_by TEXT CONSTRAINT paper_sheets_entered_by_fkey REFERENCES accounts (id),
    entered_at TIMESTAMP,
    voided_by TEXT CONSTRAINT paper_sheets_voided_by_fkey REFERENCES accounts (id),
    voided_at TIMESTAMP,
    void_reason TEXT,
    CONSTRAINT paper_sheets_entered_check CHECK (
        (grievance_id IS NULL) = (received_on IS NULL)
        AND (grievance_id IS NULL) = (entered_by IS NULL) AND (grievance_id IS NULL) = (entered_at IS NULL)),
    CONSTRAINT paper_sheets_voided_check CHECK (
        (voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL)),
    CONSTRAINT paper_sheets_used_once_check CHECK ((receipt_hash IS NULL) = (grievance_id IS NOT NULL OR voided_at IS NOT NULL))
);
CREATE INDEX paper_sheets_batch_id_idx ON paper_sheets (batch_id, number);
CREATE INDEX paper_sheets_entered_by_idx ON paper_sheets (entered_by);
CREATE INDEX paper_sheets_voided_by_idx ON paper_sheets (voided_by);
