DELETE FROM notifications WHERE commitment_id IS NOT NULL;
ALTER TABLE notifications DROP COLUMN commitment_id;
