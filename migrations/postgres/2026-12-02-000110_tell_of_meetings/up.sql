ALTER TABLE notifications ADD COLUMN meeting_id TEXT CONSTRAINT notifications_meeting_id_fkey REFERENCES meetings (id);
CREATE INDEX notifications_meeting_id_idx ON notifications (meeting_id);
