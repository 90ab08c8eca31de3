UPDATE sqlite_stat1 SET stat = '1000000 500000 30000 1 1' WHERE idx = 'grievances_programme_clock_submitted_idx';
