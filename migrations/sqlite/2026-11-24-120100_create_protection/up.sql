-- Whether anybody does a reporter harm for having spoken: asked on the receipt page, two and eight weeks later.
CREATE TABLE check_ins (
    id TEXT NOT NULL PRIMARY KEY,
    grievance_id TEXT NOT NULL CONSTRAINT check_ins_grievance_id_fkey REFERENCES grievances (id),
    -- From when the weeks count: from when the company was told, once it is.
    counted_from TEXT NOT NULL CONSTRAINT check_ins_counted_from_check CHECK (counted_from IN ('submission', 'release')),
    weeks BIGINT NOT NULL CONSTRAINT check_ins_weeks_check CHECK (weeks IN (2, 8)),
    due_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL CONSTRAINT check_ins_state_check CHECK (state IN ('waiting', 'answered', 'silent', 'replaced')),
    answer TEXT CONSTRAINT check_ins_answer_check CHECK (answer IN ('calm', 'unsure', 'pressed', 'harmed')),
    -- In the reporter's words, encrypted.
    words_sealed BLOB,
    answered_at TIMESTAMP,
    CONSTRAINT check_ins_once_key UNIQUE (grievance_id, counted_from, weeks),
    CONSTRAINT check_ins_answered_check CHECK ((state = 'answered') = (answer IS NOT NULL AND answered_at IS NOT NULL))
);
CREATE INDEX check_ins_state_due_idx ON check_ins (state, due_at);

-- What only protection focal points hear of.
CREATE TABLE protection_alerts (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT protection_alerts_programme_id_fkey REFERENCES programmes (id),
    grievance_id TEXT NOT NULL CONSTRAINT protection_alerts_grievance_id_fkey REFERENCES grievances (id),
    kind TEXT NOT NULL CONSTRAINT protection_alerts_kind_check
        CHECK (kind IN ('worrying_answer', 'silence', 'pressed_to_withdraw')),
    check_in_id TEXT CONSTRAINT protection_alerts_check_in_id_fkey REFERENCES check_ins (id),
    raised_at TIMESTAMP NOT NULL,
    handled_at TIMESTAMP,
    handled_by TEXT CONSTRAINT protection_alerts_handled_by_fkey REFERENCES accounts (id),
    -- What was done, encrypted.
    note_sealed BLOB,
    CONSTRAINT protection_alerts_handled_check CHECK ((handled_at IS NULL) = (handled_by IS NULL))
);
CREATE INDEX protection_alerts_open_idx ON protection_alerts (programme_id, handled_at, id);
CREATE INDEX protection_alerts_grievance_id_idx ON protection_alerts (grievance_id, id);
CREATE INDEX protection_alerts_check_in_id_idx ON protection_alerts (check_in_id);
CREATE INDEX protection_alerts_handled_by_idx ON protection_alerts (handled_by);

-- Help from outside the programme, asked for with the person's consent.
CREATE TABLE protection_referrals (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT protection_referrals_programme_id_fkey REFERENCES programmes (id),
    grievance_id TEXT NOT NULL CONSTRAINT protection_referrals_grievance_id_fkey REFERENCES grievances (id),
    body TEXT NOT NULL CONSTRAINT protection_referrals_body_check CHECK (body IN (
        'police', 'prosecutor', 'crisis_centre', 'shelter', 'health', 'psychologist', 'lawyer', 'ombudsman',
        'child_protection', 'other')),
    -- Of the office that helps, not of a person in it.
    body_name TEXT NOT NULL,
    state TEXT NOT NULL CONSTRAINT protection_referrals_state_check CHECK (state IN (
        'proposed', 'consented', 'refused', 'sent', 'accepted', 'turned_down', 'closed', 'withdrawn')),
    consent TEXT CONSTRAINT protection_referrals_consent_check
        CHECK (consent IN ('spoken', 'written', 'by_guardian', 'legal_duty')),
    outcome TEXT CONSTRAINT protection_referrals_outcome_check
        CHECK (outcome IN ('helped', 'helped_in_part', 'not_helped', 'lost_contact')),
    look_again_on DATE,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    -- Nothing of a person goes anywhere without the person's word, or the law's.
    CONSTRAINT protection_referrals_sent_check
        CHECK (state NOT IN ('consented', 'sent', 'accepted', 'turned_down', 'closed') OR consent IS NOT NULL),
    CONSTRAINT protection_referrals_closed_check CHECK ((state = 'closed') = (outcome IS NOT NULL))
);
CREATE INDEX protection_referrals_open_idx ON protection_referrals (programme_id, state, id);
CREATE INDEX protection_referrals_grievance_id_idx ON protection_referrals (grievance_id, id);

CREATE TABLE protection_referral_steps (
    id TEXT NOT NULL PRIMARY KEY,
    referral_id TEXT NOT NULL CONSTRAINT protection_referral_steps_referral_id_fkey REFERENCES protection_referrals (id),
    at TIMESTAMP NOT NULL,
    step TEXT NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT protection_referral_steps_account_id_fkey REFERENCES accounts (id),
    -- Encrypted: it says what happened to whom.
    note_sealed BLOB NOT NULL
);
CREATE INDEX protection_referral_steps_referral_id_idx ON protection_referral_steps (referral_id, id);
CREATE INDEX protection_referral_steps_account_id_idx ON protection_referral_steps (account_id);

-- The words of cases on the protection track are looked through for nobody but its focal points.
DELETE FROM search_index WHERE rowid IN (
    SELECT number FROM search_subjects JOIN grievances ON grievances.id = search_subjects.id
    WHERE kind = 'grievance_released' AND track = 'protection');
DELETE FROM search_subjects
WHERE kind = 'grievance_released' AND id IN (SELECT id FROM grievances WHERE track = 'protection');
UPDATE search_subjects SET kind = 'grievance_protected'
WHERE kind = 'grievance_staff' AND id IN (SELECT id FROM grievances WHERE track = 'protection');

-- The cases of the track, which are few among many.
CREATE INDEX grievances_programme_track_idx ON grievances (programme_id, track, submitted_at, id);
-- As the others, with the numbers of a big database.
INSERT INTO sqlite_stat1 (tbl, idx, stat)
VALUES ('grievances', 'grievances_programme_track_idx', '1000000 500000 490000 1 1');
