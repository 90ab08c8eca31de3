DELETE FROM sqlite_stat1 WHERE tbl = 'stakeholder_relationships';
DROP TABLE stakeholder_relationships;
