ALTER TABLE meetings DROP COLUMN day_version;
DROP TABLE meeting_day_entries;
