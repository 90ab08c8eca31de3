DROP TRIGGER grievances_stand ON grievances;
DROP FUNCTION note_standing();
DROP TRIGGER search_subjects_stand ON search_subjects;
DROP FUNCTION begin_standing();
ALTER TABLE search_subjects DROP COLUMN respondent_id;
ALTER TABLE search_subjects DROP COLUMN state;
