DROP INDEX focus_groups_published_idx;
DROP TABLE focus_group_codes;
