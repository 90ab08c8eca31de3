DELETE FROM sqlite_stat1 WHERE idx = 'stakeholders_counted_idx';
DROP INDEX stakeholders_counted_idx;
