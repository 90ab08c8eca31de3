DROP TRIGGER grievances_stand;
DROP TRIGGER search_subjects_stand;
ALTER TABLE search_subjects DROP COLUMN respondent_id;
ALTER TABLE search_subjects DROP COLUMN state;
