INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 0);
DROP TABLE grievance_erasures;
DROP TABLE identity_grants;
