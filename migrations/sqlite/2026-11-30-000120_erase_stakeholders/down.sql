DROP TABLE stakeholder_erasures;
ALTER TABLE stakeholders DROP COLUMN erased_at;
