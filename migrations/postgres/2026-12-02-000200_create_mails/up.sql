-- Whether an account is also told by e-mail that something waits for it: nobody is, who did not ask.
ALTER TABLE accounts ADD COLUMN mail_wanted BOOLEAN NOT NULL DEFAULT FALSE;

-- E-mails on their way: to whom and of what kind, never an address or a word. Both are looked up when it is sent.
CREATE TABLE mails (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    -- None for who has no account: then another column says who it is.
    account_id TEXT CONSTRAINT mails_account_id_fkey REFERENCES accounts (id),
    state TEXT NOT NULL CONSTRAINT mails_state_check CHECK (
        state IN ('waiting', 'sending', 'sent', 'dropped', 'unclear', 'given_up')),
    attempts BIGINT NOT NULL DEFAULT 0,
    -- How often somebody had it sent anew although it may have arrived: part of its Message-ID.
    renewals BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    -- When it is tried next, or was tried last.
    due_at TIMESTAMP NOT NULL,
    -- Who sends it now, and from when on that one is taken for dead.
    holder TEXT,
    held_until TIMESTAMP,
    ended_at TIMESTAMP,
    -- What went wrong last, and the number with which the other server said so.
    fault TEXT,
    smtp_status BIGINT,
    CONSTRAINT mails_holder_check CHECK (state <> 'sending' OR (holder IS NOT NULL AND held_until IS NOT NULL)),
    CONSTRAINT mails_ended_check CHECK ((state IN ('waiting', 'sending')) = (ended_at IS NULL))
);
CREATE INDEX mails_account_id_idx ON mails (account_id, id);
CREATE INDEX mails_state_idx ON mails (state, id);
CREATE INDEX mails_due_idx ON mails (due_at, id) WHERE state = 'waiting';
CREATE INDEX mails_ended_at_idx ON mails (ended_at);
