DROP TABLE grievance_clocks;
DROP INDEX grievances_programme_clock_submitted_idx;
DROP INDEX grievances_programme_clock_due_idx;
ALTER TABLE grievances DROP COLUMN due_clock;
ALTER TABLE grievances DROP COLUMN clock;
