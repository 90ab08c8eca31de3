DELETE FROM notifications WHERE engagement_id IS NOT NULL;
DROP INDEX notifications_engagement_id_idx;
ALTER TABLE notifications DROP COLUMN engagement_id;
DROP TABLE engagement_stakeholders;
DROP TABLE engagements;
DELETE FROM search_index WHERE rowid IN (SELECT number FROM search_subjects WHERE kind = 'engagement');
DELETE FROM search_subjects WHERE kind = 'engagement';
