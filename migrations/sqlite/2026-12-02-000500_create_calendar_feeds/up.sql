-- The secret address by which somebody's calendar reads the meetings that they take part in. The address itself is not kept.
CREATE TABLE calendar_feeds (
    account_id TEXT NOT NULL PRIMARY KEY CONSTRAINT calendar_feeds_account_id_fkey REFERENCES accounts (id),
    token_hash TEXT NOT NULL CONSTRAINT calendar_feeds_token_hash_key UNIQUE,
    created_at TIMESTAMP NOT NULL
);
