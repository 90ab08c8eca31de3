DROP INDEX stakeholders_counted_idx;
