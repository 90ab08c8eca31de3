ALTER TABLE grievances DROP COLUMN consent_given;
