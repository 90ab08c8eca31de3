DELETE FROM notifications WHERE meeting_id IS NOT NULL;
DROP INDEX notifications_meeting_id_idx;
ALTER TABLE notifications DROP COLUMN meeting_id;
