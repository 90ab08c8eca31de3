-- SQLite can't change a CHECK, so the table is made anew. Its name must stay the one that the other tables refer to, and
-- what they refer to is missing for a moment: that is counted at the end of the transaction, when it is back. The triggers
-- come after the rows, which are counted already.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE grievances_kept AS SELECT * FROM grievances;
DROP TABLE grievances;
CREATE TABLE grievances (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT grievances_programme_id_fkey REFERENCES programmes (id),
    reference TEXT NOT NULL CONSTRAINT grievances_reference_key UNIQUE,
    receipt_hash TEXT NOT NULL CONSTRAINT grievances_receipt_hash_key UNIQUE,
    state TEXT NOT NULL CONSTRAINT grievances_state_check CHECK (state IN (
        'submitted', 'acknowledged', 'accepted', 'investigating', 'awaiting_information',
        'resolution_proposed', 'contested', 'implementing',
        'resolved', 'ineligible', 'referred', 'duplicate', 'withdrawn', 'closed_unresolved')),
    track TEXT NOT NULL CONSTRAINT grievances_track_check CHECK (track IN ('normal', 'protection')),
    sensitivity TEXT NOT NULL CONSTRAINT grievances_sensitivity_check
        CHECK (sensitivity IN ('normal', 'sensitive', 'protection')),
    confidentiality TEXT NOT NULL CONSTRAINT grievances_confidentiality_check
        CHECK (confidentiality IN ('named', 'confidential', 'anonymous')),
    channel TEXT NOT NULL CONSTRAINT grievances_channel_check
        CHECK (channel IN ('web', 'offline_form', 'in_person', 'phone', 'letter', 'sms')),
    language TEXT NOT NULL CONSTRAINT grievances_language_check CHECK (language IN ('ky', 'ru', 'en')),
    category TEXT CONSTRAINT grievances_category_check CHECK (category IN (
        'water', 'air_and_dust', 'land_and_pasture', 'health', 'jobs_and_livelihoods',
        'roads_and_transport', 'blasting_and_vibration', 'culture_and_heritage', 'security',
        'social_investment', 'tax_and_local_budget', 'other')),
    severity TEXT CONSTRAINT grievances_severity_check CHECK (severity IN ('low', 'medium', 'high', 'critical')),
    place_id TEXT NOT NULL CONSTRAINT grievances_place_id_fkey REFERENCES places (id),
    site_id TEXT,
    respondent_id TEXT,
    owner_id TEXT CONSTRAINT grievances_owner_id_fkey REFERENCES accounts (id),
    recorded_by TEXT CONSTRAINT grievances_recorded_by_fkey REFERENCES accounts (id),
    consent TEXT,
    shared_with_community BOOLEAN NOT NULL,
    narrative TEXT NOT NULL,
    wish TEXT,
    occurred_on DATE,
    -- Name and contact of the reporter, encrypted; the key is not in the database.
    reporter_sealed BLOB,
    summary TEXT,
    summary_author_id TEXT CONSTRAINT grievances_summary_author_id_fkey REFERENCES accounts (id),
    released_by TEXT CONSTRAINT grievances_released_by_fkey REFERENCES accounts (id),
    released_at TIMESTAMP,
    escalation_level BIGINT NOT NULL DEFAULT 1 CONSTRAINT grievances_escalation_level_check
        CHECK (escalation_level BETWEEN 1 AND 3),
    remedy TEXT,
    remedy_due_on DATE,
    proposed_at TIMESTAMP,
    confirmed_at TIMESTAMP,
    rating BIGINT CONSTRAINT grievances_rating_check CHECK (rating BETWEEN 1 AND 5),
    rating_comment TEXT,
    -- The next deadline; none once the case has ended.
    due_at TIMESTAMP,
    submitted_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT grievances_site_company_fkey FOREIGN KEY (site_id, respondent_id)
        REFERENCES sites (id, organisation_id),
    CONSTRAINT grievances_site_company_check CHECK ((site_id IS NULL) = (respondent_id IS NULL)),
    CONSTRAINT grievances_anonymous_check CHECK (confidentiality <> 'anonymous' OR reporter_sealed IS NULL),
    -- What leaves the programme was written by one person and let go by another.
    CONSTRAINT grievances_release_check CHECK (
        (released_at IS NULL AND released_by IS NULL)
        OR (released_at IS NOT NULL AND released_by IS NOT NULL AND summary IS NOT NULL
            AND summary_author_id IS NOT NULL AND released_by <> summary_author_id)),
    -- A case that is opened again is rated again at its end.
    CONSTRAINT grievances_rating_state_check CHECK (rating IS NULL
        OR state IN ('resolved', 'ineligible', 'referred', 'closed_unresolved'))
);
INSERT INTO grievances SELECT * FROM grievances_kept;
DROP TABLE grievances_kept;
CREATE INDEX grievances_programme_submitted_idx ON grievances (programme_id, submitted_at, id);
CREATE INDEX grievances_programme_state_idx ON grievances (programme_id, state, submitted_at, id);
-- The most pressing of each state: everybody's first page.
CREATE INDEX grievances_programme_state_due_idx ON grievances (programme_id, state, due_at, id);
CREATE INDEX grievances_programme_due_idx ON grievances (programme_id, due_at, id);
CREATE INDEX grievances_programme_updated_idx ON grievances (programme_id, updated_at, id);
CREATE INDEX grievances_place_id_idx ON grievances (place_id, submitted_at, id);
CREATE INDEX grievances_site_company_idx ON grievances (site_id, respondent_id, submitted_at, id);
CREATE INDEX grievances_respondent_submitted_idx ON grievances (respondent_id, submitted_at, id);
CREATE INDEX grievances_respondent_state_idx ON grievances (respondent_id, state, submitted_at, id);
CREATE INDEX grievances_owner_id_idx ON grievances (owner_id, submitted_at, id);
CREATE INDEX grievances_recorded_by_idx ON grievances (recorded_by, submitted_at, id);
CREATE INDEX grievances_summary_author_id_idx ON grievances (summary_author_id);
CREATE INDEX grievances_released_by_idx ON grievances (released_by);
CREATE TRIGGER grievances_count_insert AFTER INSERT ON grievances BEGIN
    INSERT INTO grievance_counts
    VALUES (NEW.programme_id, NEW.track, NEW.state, NEW.place_id, coalesce(NEW.respondent_id, ''), NEW.released_at IS NOT NULL, NEW.shared_with_community, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER grievances_count_delete AFTER DELETE ON grievances BEGIN
    UPDATE grievance_counts SET count = count - 1
    WHERE (programme_id, track, state, place_id, respondent_id, released, shared_with_community) =
        (OLD.programme_id, OLD.track, OLD.state, OLD.place_id, coalesce(OLD.respondent_id, ''), OLD.released_at IS NOT NULL, OLD.shared_with_community);
END;
CREATE TRIGGER grievances_count_update
AFTER UPDATE OF programme_id, track, state, place_id, respondent_id, released_at, shared_with_community ON grievances BEGIN
    UPDATE grievance_counts SET count = count - 1
    WHERE (programme_id, track, state, place_id, respondent_id, released, shared_with_community) =
        (OLD.programme_id, OLD.track, OLD.state, OLD.place_id, coalesce(OLD.respondent_id, ''), OLD.released_at IS NOT NULL, OLD.shared_with_community);
    INSERT INTO grievance_counts
    VALUES (NEW.programme_id, NEW.track, NEW.state, NEW.place_id, coalesce(NEW.respondent_id, ''), NEW.released_at IS NOT NULL, NEW.shared_with_community, 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

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
    told_sealed BLOB
);
CREATE INDEX grievance_withdrawals_grievance_id_idx ON grievance_withdrawals (grievance_id, id);

-- They went with the table that was made anew; what they are for stands in create_search.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('grievances', 'sqlite_autoindex_grievances_1', '1000000 1'),
    ('grievances', 'grievances_programme_submitted_idx', '1000000 500000 1 1'),
    ('grievances', 'grievances_programme_state_idx', '1000000 500000 60000 1 1'),
    ('grievances', 'grievances_programme_state_due_idx', '1000000 500000 60000 2 1'),
    ('grievances', 'grievances_programme_due_idx', '1000000 500000 2 1'),
    ('grievances', 'grievances_programme_updated_idx', '1000000 500000 1 1'),
    ('grievances', 'grievances_place_id_idx', '1000000 5000 1 1'),
    ('grievances', 'grievances_site_company_idx', '1000000 50000 50000 1 1'),
    ('grievances', 'grievances_respondent_submitted_idx', '1000000 100000 1 1'),
    ('grievances', 'grievances_respondent_state_idx', '1000000 100000 15000 1 1'),
    ('grievances', 'grievances_owner_id_idx', '1000000 20000 1 1'),
    ('grievances', 'grievances_recorded_by_idx', '1000000 5000 1 1'),
    ('grievances', 'grievances_summary_author_id_idx', '1000000 20000'),
    ('grievances', 'grievances_released_by_idx', '1000000 20000');
