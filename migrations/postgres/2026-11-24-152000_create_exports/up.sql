CREATE TABLE exports (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    account_id TEXT NOT NULL CONSTRAINT exports_account_id_fkey REFERENCES accounts (id),
    -- The scope of the account when it asked, as JSON: once that has changed, the file is not given out; and what shows a
    -- case that is to be shown no more is forgotten.
    scope TEXT NOT NULL,
    format TEXT NOT NULL CONSTRAINT exports_format_check CHECK (format IN ('csv', 'xlsx')),
    language TEXT NOT NULL CONSTRAINT exports_language_check CHECK (language IN ('ky', 'ru', 'en')),
    -- As the list of cases takes it: `state=accepted&sort=due`.
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
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX exports_account_id_idx ON exports (account_id, id);
CREATE INDEX exports_expires_at_idx ON exports (expires_at);
CREATE INDEX exports_state_idx ON exports (state, touched_at);
