DROP INDEX agreements_meeting_id_idx;
ALTER TABLE agreements DROP COLUMN meeting_id;
