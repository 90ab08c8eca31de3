-- What an account is told, in the app alone: a kind and a case, never words or names. Whoever reads it looks the case up
-- within reach.
CREATE TABLE notifications (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL CONSTRAINT notifications_account_id_fkey REFERENCES accounts (id),
    kind TEXT NOT NULL,
    -- None for what is about no case.
    grievance_id TEXT CONSTRAINT notifications_grievance_id_fkey REFERENCES grievances (id),
    -- Names what is told no more than once; none for what may be told again.
    once_key TEXT,
    at TIMESTAMP NOT NULL,
    read_at TIMESTAMP,
    CONSTRAINT notifications_once_key UNIQUE (account_id, once_key)
);
CREATE INDEX notifications_account_id_idx ON notifications (account_id, id);
CREATE INDEX notifications_unread_idx ON notifications (account_id, id) WHERE read_at IS NULL;
CREATE INDEX notifications_grievance_id_idx ON notifications (grievance_id);
CREATE INDEX notifications_at_idx ON notifications (at);
