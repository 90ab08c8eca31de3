-- At which meeting something was promised, and from which entry of its day it was recorded.
ALTER TABLE commitments ADD COLUMN meeting_id TEXT CONSTRAINT commitments_meeting_id_fkey REFERENCES meetings (id);
ALTER TABLE commitments ADD COLUMN meeting_entry_id TEXT CONSTRAINT commitments_meeting_entry_check CHECK (
    meeting_entry_id IS NULL OR meeting_id IS NOT NULL);
-- What was noted once is recorded once.
CREATE UNIQUE INDEX commitments_meeting_entry_idx ON commitments (meeting_id, meeting_entry_id)
    WHERE meeting_entry_id IS NOT NULL;
CREATE INDEX commitments_meeting_id_idx ON commitments (meeting_id, id);
