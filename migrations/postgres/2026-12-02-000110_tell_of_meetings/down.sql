DELETE FROM notifications WHERE meeting_id IS NOT NULL;
ALTER TABLE notifications DROP COLUMN meeting_id;
