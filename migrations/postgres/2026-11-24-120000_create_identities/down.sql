DROP TABLE grievance_erasures;
DROP TABLE identity_grants;
