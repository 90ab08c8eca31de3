DROP TRIGGER commitments_promise_edition_insert ON commitments;
DROP TRIGGER commitments_promise_edition_delete ON commitments;
DROP TRIGGER commitments_promise_edition_update ON commitments;
DROP TRIGGER grievances_promise_edition_track ON grievances;
DROP FUNCTION change_promise_edition();
DROP TABLE promise_edition;
