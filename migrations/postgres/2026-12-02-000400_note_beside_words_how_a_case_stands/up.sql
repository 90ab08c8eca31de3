-- How a case stands, beside the words that it is found by: of the hits of a word most are left out by it, without a look at
-- the cases themselves.
ALTER TABLE search_subjects ADD COLUMN state TEXT;
ALTER TABLE search_subjects ADD COLUMN respondent_id TEXT;
UPDATE search_subjects SET
    state = (SELECT state FROM grievances WHERE grievances.id = search_subjects.id),
    respondent_id = (SELECT respondent_id FROM grievances WHERE grievances.id = search_subjects.id)
WHERE kind IN ('grievance_staff', 'grievance_protected', 'grievance_released');
-- By triggers: a program of before that is still running writes cases too.
CREATE FUNCTION begin_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT grievances.state, grievances.respondent_id INTO NEW.state, NEW.respondent_id
    FROM grievances WHERE grievances.id = NEW.id;
    RETURN NEW;
END
$$;
CREATE TRIGGER search_subjects_stand BEFORE INSERT ON search_subjects FOR EACH ROW
WHEN (NEW.kind IN ('grievance_staff', 'grievance_protected', 'grievance_released')) EXECUTE FUNCTION begin_standing();
CREATE FUNCTION note_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE search_subjects SET state = NEW.state, respondent_id = NEW.respondent_id
    WHERE kind IN ('grievance_staff', 'grievance_protected', 'grievance_released') AND id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER grievances_stand AFTER UPDATE OF state, respondent_id ON grievances FOR EACH ROW
WHEN (NEW.state <> OLD.state OR NEW.respondent_id IS DISTINCT FROM OLD.respondent_id) EXECUTE FUNCTION note_standing();
