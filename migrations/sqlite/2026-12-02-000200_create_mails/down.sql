DROP TABLE mails;
ALTER TABLE accounts DROP COLUMN mail_wanted;
