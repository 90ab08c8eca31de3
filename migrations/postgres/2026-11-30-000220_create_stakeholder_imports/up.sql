CREATE TABLE stakeholder_imports (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    account_id TEXT NOT NULL CONSTRAINT stakeholder_imports_account_id_fkey REFERENCES accounts (id),
    programme_id TEXT NOT NULL CONSTRAINT stakeholder_imports_programme_id_fkey REFERENCES programmes (id),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL CONSTRAINT stakeholder_imports_format_check CHECK (format IN ('csv', 'xlsx')),
    language TEXT NOT NULL CONSTRAINT stakeholder_imports_language_check CHECK (language IN ('ky', 'ru', 'en')),
    state TEXT NOT NULL CONSTRAINT stakeholder_imports_state_check CHECK (
        state IN ('checking', 'checked', 'running', 'done', 'failed')),
    -- Why it failed.
    problem TEXT,
    rows_total BIGINT NOT NULL DEFAULT 0,
    errors BIGINT NOT NULL DEFAULT 0,
    duplicates BIGINT NOT NULL DEFAULT 0,
    added BIGINT NOT NULL DEFAULT 0,
    updated BIGINT NOT NULL DEFAULT 0,
    skipped BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    touched_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    CONSTRAINT stakeholder_imports_problem_check CHECK ((state = 'failed') = (problem IS NOT NULL))
);
CREATE INDEX stakeholder_imports_account_id_idx ON stakeholder_imports (account_id, id);
CREATE INDEX stakeholder_imports_programme_id_idx ON stakeholder_imports (programme_id);
CREATE INDEX stakeholder_imports_expires_at_idx ON stakeholder_imports (expires_at);
