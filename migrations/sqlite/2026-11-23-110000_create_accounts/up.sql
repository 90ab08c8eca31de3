CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    -- Kept in lower case: an address is the same account however it is typed.
    email TEXT NOT NULL CONSTRAINT accounts_email_key UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CONSTRAINT accounts_role_check
        CHECK (role IN ('community', 'company', 'authority', 'staff', 'protection', 'admin')),
    language TEXT NOT NULL CONSTRAINT accounts_language_check CHECK (language IN ('ky', 'ru', 'en')),
    organisation_id TEXT NOT NULL CONSTRAINT accounts_organisation_id_fkey REFERENCES organisations (id),
    password_hash TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    failed_logins BIGINT NOT NULL DEFAULT 0,
    locked_until TIMESTAMP,
    last_seen_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX accounts_organisation_id_idx ON accounts (organisation_id);

CREATE TABLE account_places (
    account_id TEXT NOT NULL CONSTRAINT account_places_account_id_fkey REFERENCES accounts (id),
    place_id TEXT NOT NULL CONSTRAINT account_places_place_id_fkey REFERENCES places (id),
    PRIMARY KEY (account_id, place_id)
);
CREATE INDEX account_places_place_id_idx ON account_places (place_id);

CREATE TABLE account_programmes (
    account_id TEXT NOT NULL CONSTRAINT account_programmes_account_id_fkey REFERENCES accounts (id),
    programme_id TEXT NOT NULL CONSTRAINT account_programmes_programme_id_fkey REFERENCES programmes (id),
    PRIMARY KEY (account_id, programme_id)
);
CREATE INDEX account_programmes_programme_id_idx ON account_programmes (programme_id);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    device TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    last_used_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP
);
CREATE INDEX sessions_account_id_idx ON sessions (account_id);

-- Every refresh token a session ever had: one that comes back after its use
-- was stolen, and ends the session.
CREATE TABLE refresh_tokens (
    token_hash TEXT NOT NULL PRIMARY KEY,
    session_id TEXT NOT NULL CONSTRAINT refresh_tokens_session_id_fkey REFERENCES sessions (id),
    issued_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX refresh_tokens_session_id_idx ON refresh_tokens (session_id);

CREATE TABLE invitations (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    token_hash TEXT NOT NULL CONSTRAINT invitations_token_hash_key UNIQUE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CONSTRAINT invitations_role_check
        CHECK (role IN ('community', 'company', 'authority', 'staff', 'protection', 'admin')),
    language TEXT NOT NULL CONSTRAINT invitations_language_check CHECK (language IN ('ky', 'ru', 'en')),
    organisation_id TEXT NOT NULL CONSTRAINT invitations_organisation_id_fkey REFERENCES organisations (id),
    invited_by TEXT NOT NULL CONSTRAINT invitations_invited_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    accepted_at TIMESTAMP,
    withdrawn_at TIMESTAMP
);
CREATE INDEX invitations_organisation_id_idx ON invitations (organisation_id);
CREATE INDEX invitations_invited_by_idx ON invitations (invited_by);

CREATE TABLE invitation_places (
    invitation_id TEXT NOT NULL CONSTRAINT invitation_places_invitation_id_fkey REFERENCES invitations (id),
    place_id TEXT NOT NULL CONSTRAINT invitation_places_place_id_fkey REFERENCES places (id),
    PRIMARY KEY (invitation_id, place_id)
);
CREATE INDEX invitation_places_place_id_idx ON invitation_places (place_id);

CREATE TABLE invitation_programmes (
    invitation_id TEXT NOT NULL CONSTRAINT invitation_programmes_invitation_id_fkey REFERENCES invitations (id),
    programme_id TEXT NOT NULL CONSTRAINT invitation_programmes_programme_id_fkey REFERENCES programmes (id),
    PRIMARY KEY (invitation_id, programme_id)
);
CREATE INDEX invitation_programmes_programme_id_idx ON invitation_programmes (programme_id);

CREATE TABLE api_keys (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    organisation_id TEXT NOT NULL CONSTRAINT api_keys_organisation_id_fkey REFERENCES organisations (id),
    programme_id TEXT NOT NULL CONSTRAINT api_keys_programme_id_fkey REFERENCES programmes (id),
    -- Scope names, separated by spaces.
    scopes TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT api_keys_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    last_used_at TIMESTAMP
);
CREATE INDEX api_keys_organisation_id_idx ON api_keys (organisation_id);
CREATE INDEX api_keys_programme_id_idx ON api_keys (programme_id);
CREATE INDEX api_keys_created_by_idx ON api_keys (created_by);
