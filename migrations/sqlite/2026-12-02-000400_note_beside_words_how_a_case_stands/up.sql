-- How a case stands, beside the words that it is found by: of the hits of a word most are left out by it, without a look at
-- the cases themselves.
ALTER TABLE search_subjects ADD COLUMN state TEXT;
ALTER TABLE search_subjects ADD COLUMN respondent_id TEXT;
UPDATE search_subjects SET
    state = (SELECT state FROM grievances WHERE grievances.id = search_subjects.id),
    respondent_id = (SELECT respondent_id FROM grievances WHERE grievances.id = search_subjects.id)
WHERE kind IN ('grievance_staff', 'grievance_protected', 'grievance_released');
-- By triggers: a program of before that is still running writes cases too.
CREATE TRIGGER search_subjects_stand AFTER INSERT ON search_subjects
WHEN NEW.kind IN ('grievance_staff', 'grievance_protected', 'grievance_released') BEGIN
    UPDATE search_subjects SET
        state = (SELECT state FROM grievances WHERE grievances.id = NEW.id),
        respondent_id = (SELECT respondent_id FROM grievances WHERE grievances.id = NEW.id)
    WHERE number = NEW.number;
END;
CREATE TRIGGER grievances_stand AFTER UPDATE OF state, respondent_id ON grievances
WHEN NEW.state <> OLD.state OR NEW.respondent_id IS NOT OLD.respondent_id BEGIN
    UPDATE search_subjects SET state = NEW.state, respondent_id = NEW.respondent_id
    WHERE kind IN ('grievance_staff', 'grievance_protected', 'grievance_released') AND id = NEW.id;
END;
