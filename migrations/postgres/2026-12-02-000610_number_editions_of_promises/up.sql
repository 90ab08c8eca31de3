-- How published promises stand is counted once and kept in memory by whoever serves it, for as long as this stays the same.
-- Triggers draw it anew in the transaction of a change, whoever makes it, as they do for the directory.
CREATE TABLE promise_edition (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT promise_edition_id_check CHECK (id = 1),
    edition TEXT NOT NULL
);
INSERT INTO promise_edition (id, edition) VALUES (1, gen_random_uuid()::text);

-- At the end of a transaction: whoever holds this row waits for no other any more, so that nobody waits in a circle.
CREATE FUNCTION change_promise_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE promise_edition SET edition = gen_random_uuid()::text;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER commitments_promise_edition_insert AFTER INSERT ON commitments
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published) EXECUTE FUNCTION change_promise_edition();
CREATE CONSTRAINT TRIGGER commitments_promise_edition_delete AFTER DELETE ON commitments
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.published) EXECUTE FUNCTION change_promise_edition();
CREATE CONSTRAINT TRIGGER commitments_promise_edition_update AFTER UPDATE OF
    state, due_on, done_on, published, site_id, grievance_id, agreement_id ON commitments
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.published OR NEW.published) EXECUTE FUNCTION change_promise_edition();
CREATE CONSTRAINT TRIGGER grievances_promise_edition_track AFTER UPDATE OF track ON grievances
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.track <> OLD.track) EXECUTE FUNCTION change_promise_edition();
