-- At which meeting something was agreed.
ALTER TABLE agreements ADD COLUMN meeting_id TEXT CONSTRAINT agreements_meeting_id_fkey REFERENCES meetings (id);
CREATE INDEX agreements_meeting_id_idx ON agreements (meeting_id, id);
