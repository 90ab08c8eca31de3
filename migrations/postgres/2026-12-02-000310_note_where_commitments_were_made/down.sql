DROP INDEX commitments_meeting_entry_idx;
DROP INDEX commitments_meeting_id_idx;
ALTER TABLE commitments DROP COLUMN meeting_entry_id;
ALTER TABLE commitments DROP COLUMN meeting_id;
