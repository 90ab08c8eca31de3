-- The second factor of an account: a secret that its holder's phone has too.
CREATE TABLE second_factors (
    account_id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT second_factors_account_id_fkey REFERENCES accounts (id),
    -- In force; sealed.
    secret_sealed BLOB,
    confirmed_at TIMESTAMP,
    -- Being set up, until a code proves that the phone has it; sealed.
    pending_sealed BLOB,
    pending_since TIMESTAMP,
    -- The last time step whose code was used: no code is used twice.
    last_step BIGINT NOT NULL DEFAULT 0,
    failures BIGINT NOT NULL DEFAULT 0,
    locked_until TIMESTAMP,
    -- When an administrator took it away, until its holder has been told.
    reset_at TIMESTAMP,
    CONSTRAINT second_factors_confirmed_check CHECK ((secret_sealed IS NULL) = (confirmed_at IS NULL)),
    CONSTRAINT second_factors_pending_check CHECK ((pending_sealed IS NULL) = (pending_since IS NULL))
);

-- What opens the door once each when the phone is not at hand.
CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL CONSTRAINT recovery_codes_account_id_fkey REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    used_at TIMESTAMP,
    PRIMARY KEY (account_id, code_hash)
);

-- Sign-ins whose password was right and whose second step is still to come.
CREATE TABLE sign_in_challenges (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT sign_in_challenges_account_id_fkey REFERENCES accounts (id),
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_in_challenges_account_id_idx ON sign_in_challenges (account_id);
CREATE INDEX sign_in_challenges_expires_at_idx ON sign_in_challenges (expires_at);
