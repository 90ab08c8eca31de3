-- Only PostgreSQL puts new words off.
SELECT 1;
