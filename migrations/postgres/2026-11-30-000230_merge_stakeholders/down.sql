ALTER TABLE stakeholder_events DROP COLUMN merged_from;
DROP INDEX stakeholders_merged_into_idx;
ALTER TABLE stakeholders DROP COLUMN merged_into;
