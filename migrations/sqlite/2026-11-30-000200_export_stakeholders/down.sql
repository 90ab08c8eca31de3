ALTER TABLE exports DROP COLUMN contacts;
ALTER TABLE exports DROP COLUMN list;
