-- Everything that the work of a person is counted from, for open cases alone: an end stops the last clock. However many
-- cases have ended, they are not looked at.
CREATE INDEX grievances_open_owner_idx ON grievances (programme_id, owner_id, state, clock, track) WHERE clock IS NOT NULL;
