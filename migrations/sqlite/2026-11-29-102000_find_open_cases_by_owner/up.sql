-- Everything that the work of a person is counted from, for open cases alone: an end stops the last clock. However many
-- cases have ended, they are not looked at.
CREATE INDEX grievances_open_owner_idx ON grievances (programme_id, owner_id, state, clock, track) WHERE clock IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('grievances', 'grievances_open_owner_idx', '50000 25000 1000 200 100 100');
