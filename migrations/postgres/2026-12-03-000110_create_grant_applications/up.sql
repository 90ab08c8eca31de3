-- What a group or somebody who speaks for a place asks a grant for. Its id tells nothing, also not when it was begun.
CREATE TABLE grant_applications (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    call_id TEXT NOT NULL CONSTRAINT grant_applications_call_id_fkey REFERENCES grant_calls (id),
    programme_id TEXT NOT NULL CONSTRAINT grant_applications_programme_id_fkey REFERENCES programmes (id),
    place_id TEXT NOT NULL CONSTRAINT grant_applications_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT COLLATE "C" NOT NULL,
    applicant TEXT NOT NULL CONSTRAINT grant_applications_applicant_check CHECK (
        applicant IN ('community_group', 'representative')),
    -- What the applicant is called.
    applicant_name TEXT NOT NULL,
    -- The group; none for somebody who applies alone.
    organisation_id TEXT CONSTRAINT grant_applications_organisation_id_fkey REFERENCES organisations (id),
    -- The person or group in the register, where the programme filed it for them.
    stakeholder_id TEXT CONSTRAINT grant_applications_stakeholder_id_fkey REFERENCES stakeholders (id),
    filed_by TEXT NOT NULL CONSTRAINT grant_applications_filed_by_fkey REFERENCES accounts (id),
    -- Whether the programme filed it for somebody, from paper.
    on_paper BOOLEAN NOT NULL,
    title TEXT NOT NULL,
    summary TEXT,
    youth_led BOOLEAN NOT NULL DEFAULT FALSE,
    women_led BOOLEAN NOT NULL DEFAULT FALSE,
    currency TEXT NOT NULL CONSTRAINT grant_applications_currency_check CHECK (currency IN ('KGS', 'USD', 'EUR')),
    -- The sum of what its lines ask for.
    asked BIGINT NOT NULL DEFAULT 0 CONSTRAINT grant_applications_asked_check CHECK (asked >= 0),
    state TEXT NOT NULL CONSTRAINT grant_applications_state_check CHECK (state IN (
        'draft', 'submitted', 'more_information', 'eligible', 'not_eligible', 'in_review', 'awarded', 'waitlisted',
        'rejected', 'withdrawn')),
    -- The last day on which the applicant can answer what the programme asks, in Bishkek.
    answer_by DATE,
    -- The first time; nobody beside the applicant knows of it before.
    submitted_at TIMESTAMP,
    receipt_number TEXT CONSTRAINT grant_applications_receipt_number_key UNIQUE,
    -- What a search looks through.
    words TEXT NOT NULL,
    -- When it was begun; once it was submitted, when that was. What lists are ordered by.
    listed_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT grant_applications_applicant_group_check CHECK ((applicant = 'community_group') = (organisation_id IS NOT NULL)),
    CONSTRAINT grant_applications_paper_check CHECK (on_paper OR stakeholder_id IS NULL),
    CONSTRAINT grant_applications_answer_check CHECK ((state = 'more_information') = (answer_by IS NOT NULL)),
    CONSTRAINT grant_applications_submitted_check CHECK (
        (submitted_at IS NULL) = (receipt_number IS NULL) AND (state <> 'draft' OR submitted_at IS NULL)
        AND (state IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL))
);
CREATE INDEX grant_applications_newest_idx ON grant_applications (programme_id, listed_at, id);
CREATE INDEX grant_applications_call_newest_idx ON grant_applications (call_id, listed_at, id);
CREATE INDEX grant_applications_call_state_newest_idx ON grant_applications (call_id, state, listed_at, id);
CREATE INDEX grant_applications_state_newest_idx ON grant_applications (programme_id, state, listed_at, id);
CREATE INDEX grant_applications_filed_by_idx ON grant_applications (filed_by, listed_at, id);
CREATE INDEX grant_applications_organisation_id_idx ON grant_applications (organisation_id, listed_at, id);
CREATE INDEX grant_applications_place_path_idx ON grant_applications (place_path, programme_id);
CREATE INDEX grant_applications_place_id_idx ON grant_applications (place_id);
CREATE INDEX grant_applications_stakeholder_id_idx ON grant_applications (stakeholder_id);

-- What the money is for. The parts of an application are ordered by their position.
CREATE TABLE grant_budget_lines (
    application_id TEXT NOT NULL CONSTRAINT grant_budget_lines_application_id_fkey REFERENCES grant_applications (id),
    position BIGINT NOT NULL,
    what TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity BIGINT NOT NULL CONSTRAINT grant_budget_lines_quantity_check CHECK (quantity BETWEEN 0 AND 1000000),
    unit_amount BIGINT NOT NULL CONSTRAINT grant_budget_lines_unit_amount_check CHECK (
        unit_amount BETWEEN 0 AND 10000000000000),
    asked BIGINT NOT NULL CONSTRAINT grant_budget_lines_asked_check CHECK (asked BETWEEN 0 AND 10000000000000),
    -- What the applicant brings.
    own BIGINT NOT NULL CONSTRAINT grant_budget_lines_own_check CHECK (own BETWEEN 0 AND 10000000000000),
    PRIMARY KEY (application_id, position)
);

-- Who is to do it.
CREATE TABLE grant_team (
    application_id TEXT NOT NULL CONSTRAINT grant_team_application_id_fkey REFERENCES grant_applications (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    task TEXT NOT NULL,
    PRIMARY KEY (application_id, position)
);

-- Who helps, and with what.
CREATE TABLE grant_partners (
    application_id TEXT NOT NULL CONSTRAINT grant_partners_application_id_fkey REFERENCES grant_applications (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    help TEXT NOT NULL,
    PRIMARY KEY (application_id, position)
);

-- Which impact or commitment it follows up.
CREATE TABLE grant_follow_ups (
    application_id TEXT NOT NULL CONSTRAINT grant_follow_ups_application_id_fkey REFERENCES grant_applications (id),
    position BIGINT NOT NULL,
    impact_id TEXT CONSTRAINT grant_follow_ups_impact_id_fkey REFERENCES impacts (id),
    commitment_id TEXT CONSTRAINT grant_follow_ups_commitment_id_fkey REFERENCES commitments (id),
    PRIMARY KEY (application_id, position),
    CONSTRAINT grant_follow_ups_one_check CHECK ((impact_id IS NULL) <> (commitment_id IS NULL))
);
CREATE INDEX grant_follow_ups_impact_id_idx ON grant_follow_ups (impact_id);
CREATE INDEX grant_follow_ups_commitment_id_idx ON grant_follow_ups (commitment_id);

-- A file can also belong to an application.
ALTER TABLE attachments
    ADD COLUMN grant_application_id TEXT
        CONSTRAINT attachments_grant_application_id_fkey REFERENCES grant_applications (id),
    DROP CONSTRAINT attachments_owner_check,
    ADD CONSTRAINT attachments_owner_check CHECK (
        num_nonnulls(grievance_id, commitment_id, agreement_id, grant_application_id) = 1);
CREATE INDEX attachments_grant_application_id_idx ON attachments (grant_application_id, id);

-- What was answered; each kind of answer has its column.
CREATE TABLE grant_answers (
    application_id TEXT NOT NULL CONSTRAINT grant_answers_application_id_fkey REFERENCES grant_applications (id),
    question_id TEXT NOT NULL CONSTRAINT grant_answers_question_id_fkey REFERENCES grant_questions (id),
    text TEXT,
    -- Also the number of a choice, the first of them 1.
    number BIGINT,
    yes BOOLEAN,
    attachment_id TEXT CONSTRAINT grant_answers_attachment_id_fkey REFERENCES attachments (id),
    PRIMARY KEY (application_id, question_id),
    CONSTRAINT grant_answers_one_check CHECK (num_nonnulls(text, number, yes, attachment_id) = 1)
);
CREATE INDEX grant_answers_question_id_idx ON grant_answers (question_id);
CREATE INDEX grant_answers_attachment_id_idx ON grant_answers (attachment_id);

-- What happened to an application; nothing is taken out of it.
CREATE TABLE grant_application_events (
    id TEXT NOT NULL PRIMARY KEY,
    application_id TEXT NOT NULL CONSTRAINT grant_application_events_application_id_fkey REFERENCES grant_applications (id),
    move TEXT NOT NULL CONSTRAINT grant_application_events_move_check CHECK (move IN (
        'begin', 'submit', 'ask', 'answer', 'find_eligible', 'find_not_eligible', 'withdraw', 'start_review', 'award',
        'waitlist', 'reject')),
    from_state TEXT,
    to_state TEXT NOT NULL,
    -- As whom.
    party TEXT NOT NULL CONSTRAINT grant_application_events_party_check CHECK (party IN ('applicant', 'programme')),
    account_id TEXT NOT NULL CONSTRAINT grant_application_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    note TEXT,
    answer_by DATE,
    CONSTRAINT grant_application_events_reason_check CHECK (
        move NOT IN ('ask', 'find_not_eligible', 'reject') OR note IS NOT NULL),
    CONSTRAINT grant_application_events_answer_check CHECK ((move = 'ask') = (answer_by IS NOT NULL))
);
CREATE INDEX grant_application_events_application_id_idx ON grant_application_events (application_id, id);
CREATE INDEX grant_application_events_account_id_idx ON grant_application_events (account_id);

ALTER TABLE notifications ADD COLUMN grant_application_id TEXT
    CONSTRAINT notifications_grant_application_id_fkey REFERENCES grant_applications (id);
CREATE INDEX notifications_grant_application_id_idx ON notifications (grant_application_id);

-- The list of applications can be exported too.
ALTER TABLE exports
    DROP CONSTRAINT exports_list_check,
    ADD CONSTRAINT exports_list_check CHECK (list IN ('grievances', 'stakeholders', 'grant_applications'));
