-- What the server does by itself. Of several instances the one that holds a chore does it.
CREATE TABLE chores (
    name TEXT NOT NULL PRIMARY KEY,
    -- Not before this time.
    due_at TIMESTAMP NOT NULL,
    holder TEXT,
    -- Until then the others leave it to the holder; after that the holder is taken for dead.
    held_until TIMESTAMP,
    -- The last time that it went well.
    done_at TIMESTAMP,
    -- How often it failed since.
    failures BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT chores_holder_check CHECK ((holder IS NULL) = (held_until IS NULL))
);
