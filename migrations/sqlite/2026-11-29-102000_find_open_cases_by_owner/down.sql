DELETE FROM sqlite_stat1 WHERE idx = 'grievances_open_owner_idx';
DROP INDEX grievances_open_owner_idx;
