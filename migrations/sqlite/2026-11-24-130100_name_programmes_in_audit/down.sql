DROP INDEX audit_entries_hash_idx;
DROP INDEX audit_entries_at_idx;
DROP INDEX audit_entries_actor_idx;
DROP INDEX audit_entries_operation_idx;
DROP INDEX audit_entries_programme_id_idx;
ALTER TABLE audit_entries DROP COLUMN programme_id;
