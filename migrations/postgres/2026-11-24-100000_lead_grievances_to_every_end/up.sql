ALTER TABLE grievances DROP CONSTRAINT grievances_state_check;
ALTER TABLE grievances ADD CONSTRAINT grievances_state_check CHECK (state IN (
    'submitted', 'acknowledged', 'accepted', 'investigating', 'awaiting_information',
    'resolution_proposed', 'contested', 'implementing',
    'resolved', 'ineligible', 'referred', 'duplicate', 'withdrawn', 'closed_unresolved'));
-- A case that is opened again is rated again at its end.
ALTER TABLE grievances DROP CONSTRAINT grievances_rating_state_check;
ALTER TABLE grievances ADD CONSTRAINT grievances_rating_state_check CHECK (rating IS NULL
    OR state IN ('resolved', 'ineligible', 'referred', 'closed_unresolved'));

-- What bears on the next moves of a case besides its state. A case that went the usual way has none.
CREATE TABLE grievance_standings (
    grievance_id TEXT NOT NULL PRIMARY KEY CONSTRAINT grievance_standings_grievance_id_fkey REFERENCES grievances (id),
    ended_at TIMESTAMP,
    -- Who found it ineligible: the appeal is not theirs to decide.
    refused_by TEXT CONSTRAINT grievance_standings_refused_by_fkey REFERENCES accounts (id),
    appeal TEXT CONSTRAINT grievance_standings_appeal_check CHECK (appeal IN ('pending', 'upheld', 'dismissed')),
    -- Whose answer it waits for.
    asked TEXT CONSTRAINT grievance_standings_asked_check CHECK (asked IN ('reporter', 'respondent')),
    -- Who asked to close it without agreement: somebody else confirms.
    closing_asked_by TEXT CONSTRAINT grievance_standings_closing_asked_by_fkey REFERENCES accounts (id),
    -- The case under which this one goes on.
    duplicate_of TEXT CONSTRAINT grievance_standings_duplicate_of_fkey REFERENCES grievances (id),
    rated_again BOOLEAN NOT NULL,
    CONSTRAINT grievance_standings_duplicate_check CHECK (duplicate_of <> grievance_id),
    CONSTRAINT grievance_standings_appeal_refused_check CHECK (appeal IS NULL OR refused_by IS NOT NULL)
);
CREATE INDEX grievance_standings_refused_by_idx ON grievance_standings (refused_by);
CREATE INDEX grievance_standings_closing_asked_by_idx ON grievance_standings (closing_asked_by);
CREATE INDEX grievance_standings_duplicate_of_idx ON grievance_standings (duplicate_of);
INSERT INTO grievance_standings (grievance_id, ended_at, rated_again)
SELECT id, coalesce((SELECT max(at) FROM grievance_events WHERE grievance_id = grievances.id AND move = 'resolve'), updated_at), FALSE
FROM grievances WHERE state = 'resolved';

-- Why something was decided, in words for the reporter.
CREATE TABLE grievance_decisions (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_decisions_grievance_id_fkey REFERENCES grievances (id),
    at TIMESTAMP NOT NULL,
    move TEXT NOT NULL CONSTRAINT grievance_decisions_move_check
        CHECK (move IN ('find_ineligible', 'dismiss_appeal', 'ask_closing', 'escalate')),
    account_id TEXT NOT NULL CONSTRAINT grievance_decisions_account_id_fkey REFERENCES accounts (id),
    reason TEXT NOT NULL,
    -- Where else the reporter can turn.
    elsewhere TEXT
);
CREATE INDEX grievance_decisions_grievance_id_idx ON grievance_decisions (grievance_id, id);
CREATE INDEX grievance_decisions_account_id_idx ON grievance_decisions (account_id);

CREATE TABLE grievance_referrals (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_referrals_grievance_id_fkey REFERENCES grievances (id),
    at TIMESTAMP NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT grievance_referrals_account_id_fkey REFERENCES accounts (id),
    body TEXT NOT NULL,
    passed_on TEXT NOT NULL,
    -- How the reporter agreed that it is passed on.
    consent TEXT NOT NULL,
    reply TEXT,
    replied_at TIMESTAMP,
    CONSTRAINT grievance_referrals_reply_check CHECK ((reply IS NULL) = (replied_at IS NULL))
);
CREATE INDEX grievance_referrals_grievance_id_idx ON grievance_referrals (grievance_id, id);
CREATE INDEX grievance_referrals_account_id_idx ON grievance_referrals (account_id);

-- What reporters say when they are asked again, weeks after the end.
CREATE TABLE grievance_second_ratings (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_second_ratings_grievance_id_fkey REFERENCES grievances (id),
    at TIMESTAMP NOT NULL,
    rating BIGINT NOT NULL CONSTRAINT grievance_second_ratings_rating_check CHECK (rating BETWEEN 1 AND 5),
    comment TEXT
);
CREATE INDEX grievance_second_ratings_grievance_id_idx ON grievance_second_ratings (grievance_id, id);

-- Withdrawals, with the answer to whether anybody pressed the reporter: for protection focal points alone.
CREATE TABLE grievance_withdrawals (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT grievance_withdrawals_grievance_id_fkey REFERENCES grievances (id),
    at TIMESTAMP NOT NULL,
    pressed TEXT NOT NULL CONSTRAINT grievance_withdrawals_pressed_check CHECK (pressed IN ('no', 'yes', 'unsaid')),
    -- In the reporter's words, encrypted; the key is not in the database.
    told_sealed BYTEA
);
CREATE INDEX grievance_withdrawals_grievance_id_idx ON grievance_withdrawals (grievance_id, id);
