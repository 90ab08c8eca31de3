-- What the clocks of a case come to: columns of the case itself, since an index must give filter and order together.
ALTER TABLE grievances ADD COLUMN clock TEXT CONSTRAINT grievances_clock_check
    CHECK (clock IN ('on_track', 'paused', 'at_risk', 'breached'));
-- Whose deadline `due_at` is.
ALTER TABLE grievances ADD COLUMN due_clock TEXT CONSTRAINT grievances_due_clock_check
    CHECK (due_clock IN ('acknowledge', 'first_action', 'resolve', 'resolve_extended', 'appeal', 'confirm'));
CREATE INDEX grievances_programme_clock_due_idx ON grievances (programme_id, clock, due_at, id);
CREATE INDEX grievances_programme_clock_submitted_idx ON grievances (programme_id, clock, submitted_at, id);

-- When the clocks of an open case are to be looked at again.
CREATE TABLE grievance_clocks (
    grievance_id TEXT NOT NULL PRIMARY KEY CONSTRAINT grievance_clocks_grievance_id_fkey REFERENCES grievances (id),
    turns_at TIMESTAMP,
    -- The number of the change of terms or holidays that they were counted with.
    counted BIGINT NOT NULL
);
CREATE INDEX grievance_clocks_turns_at_idx ON grievance_clocks (turns_at);
CREATE INDEX grievance_clocks_counted_idx ON grievance_clocks (counted);
-- Those of the cases that are there already are counted by the chore.
INSERT INTO grievance_clocks (grievance_id, counted)
SELECT id, -1 FROM grievances WHERE state IN (
    'submitted', 'acknowledged', 'accepted', 'investigating', 'awaiting_information', 'resolution_proposed', 'contested',
    'implementing');
