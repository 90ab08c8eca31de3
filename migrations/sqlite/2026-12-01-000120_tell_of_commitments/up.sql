ALTER TABLE notifications ADD COLUMN commitment_id TEXT CONSTRAINT notifications_commitment_id_fkey REFERENCES commitments (id);
CREATE INDEX notifications_commitment_id_idx ON notifications (commitment_id);
