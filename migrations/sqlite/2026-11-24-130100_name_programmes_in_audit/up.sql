-- Of the case that an entry is about; nothing for what is about no case. Who reads an entry depends on it.
ALTER TABLE audit_entries ADD COLUMN programme_id TEXT
    CONSTRAINT audit_entries_programme_id_fkey REFERENCES programmes (id);
UPDATE audit_entries SET programme_id = (SELECT programme_id FROM grievances WHERE grievances.id = audit_entries.subject_id)
WHERE subject_kind = 'grievance';
UPDATE audit_entries SET programme_id = (SELECT programme_id FROM protection_alerts WHERE protection_alerts.id = audit_entries.subject_id)
WHERE subject_kind = 'protection_alert';
UPDATE audit_entries SET programme_id = (SELECT programme_id FROM protection_referrals WHERE protection_referrals.id = audit_entries.subject_id)
WHERE subject_kind = 'protection_referral';

-- Each part of the trail is read by an index of its own, whatever it is narrowed by.
CREATE INDEX audit_entries_programme_id_idx ON audit_entries (programme_id, seq);
CREATE INDEX audit_entries_operation_idx ON audit_entries (programme_id, operation, seq);
CREATE INDEX audit_entries_actor_idx ON audit_entries (programme_id, actor_id, seq);
CREATE INDEX audit_entries_at_idx ON audit_entries (at, seq);
CREATE INDEX audit_entries_hash_idx ON audit_entries (hash);
