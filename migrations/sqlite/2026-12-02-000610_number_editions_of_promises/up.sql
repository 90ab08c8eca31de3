-- How published promises stand is counted once and kept in memory by whoever serves it, for as long as this stays the same.
-- Triggers draw it anew in the transaction of a change, whoever makes it, as they do for the directory.
CREATE TABLE promise_edition (
    id BIGINT NOT NULL PRIMARY KEY CONSTRAINT promise_edition_id_check CHECK (id = 1),
    edition TEXT NOT NULL
);
INSERT INTO promise_edition (id, edition) VALUES (1, lower(hex(randomblob(16))));

CREATE TRIGGER commitments_promise_edition_insert AFTER INSERT ON commitments WHEN NEW.published BEGIN
    UPDATE promise_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER commitments_promise_edition_delete AFTER DELETE ON commitments WHEN OLD.published BEGIN
    UPDATE promise_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER commitments_promise_edition_update AFTER UPDATE OF
    state, due_on, done_on, published, site_id, grievance_id, agreement_id ON commitments WHEN OLD.published OR NEW.published BEGIN
    UPDATE promise_edition SET edition = lower(hex(randomblob(16)));
END;
CREATE TRIGGER grievances_promise_edition_track AFTER UPDATE OF track ON grievances WHEN NEW.track <> OLD.track BEGIN
    UPDATE promise_edition SET edition = lower(hex(randomblob(16)));
END;
