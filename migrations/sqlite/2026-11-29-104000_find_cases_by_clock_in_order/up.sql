-- With the figure before, cases of one state of the clocks, the newest first, were looked for among all of the programme.
UPDATE sqlite_stat1 SET stat = '1000000 500000 15000 1 1' WHERE idx = 'grievances_programme_clock_submitted_idx';
