DELETE FROM attachments WHERE grievance_id IS NULL;
ALTER TABLE attachments
    DROP COLUMN commitment_id,
    DROP COLUMN published,
    ALTER COLUMN grievance_id SET NOT NULL;
DROP TABLE commitment_events;
DROP TABLE commitments;
