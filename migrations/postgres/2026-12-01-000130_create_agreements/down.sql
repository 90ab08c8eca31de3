DROP TABLE agreement_events;
DROP TABLE agreement_signatures;
DROP TABLE agreement_sides;
DROP TABLE agreement_texts;
DELETE FROM attachments WHERE agreement_id IS NOT NULL;
ALTER TABLE attachments
    DROP CONSTRAINT attachments_owner_check,
    DROP COLUMN agreement_id,
    ADD CONSTRAINT attachments_owner_check CHECK ((grievance_id IS NULL) <> (commitment_id IS NULL));
ALTER TABLE commitments DROP COLUMN agreement_id;
DROP TABLE agreements;
