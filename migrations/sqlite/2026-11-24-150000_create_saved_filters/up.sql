CREATE TABLE saved_filters (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    account_id TEXT NOT NULL CONSTRAINT saved_filters_account_id_fkey REFERENCES accounts (id),
    name TEXT NOT NULL,
    -- As the list of cases takes it: `state=accepted&sort=due`.
    query TEXT NOT NULL,
    CONSTRAINT saved_filters_account_id_name_key UNIQUE (account_id, name)
);
