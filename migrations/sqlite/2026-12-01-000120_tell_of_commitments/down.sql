DELETE FROM notifications WHERE commitment_id IS NOT NULL;
DROP INDEX notifications_commitment_id_idx;
ALTER TABLE notifications DROP COLUMN commitment_id;
