-- PostgreSQL counts for itself.
SELECT 1;
