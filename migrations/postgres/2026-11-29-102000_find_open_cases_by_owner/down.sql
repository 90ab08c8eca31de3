DROP INDEX grievances_open_owner_idx;
