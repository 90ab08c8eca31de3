DROP TABLE idempotency_keys;
DROP TABLE audit_head;
DROP TABLE audit_entries;
