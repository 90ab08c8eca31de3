-- A call for small grants: what for, how much, for whom, until when.
CREATE TABLE grant_calls (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT grant_calls_programme_id_fkey REFERENCES programmes (id),
    title_ky TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    purpose_ky TEXT NOT NULL,
    purpose_ru TEXT NOT NULL,
    purpose_en TEXT NOT NULL,
    currency TEXT NOT NULL CONSTRAINT grant_calls_currency_check CHECK (currency IN ('KGS', 'USD', 'EUR')),
    -- In minor units, as all money.
    budget BIGINT NOT NULL CONSTRAINT grant_calls_budget_check CHECK (budget BETWEEN 1 AND 10000000000000),
    -- The most that one application may ask for.
    ceiling BIGINT NOT NULL CONSTRAINT grant_calls_ceiling_check CHECK (ceiling BETWEEN 1 AND budget),
    opens_at TIMESTAMP NOT NULL,
    -- The last moment; it is moved only later once the call is published, and the first one stays to be read.
    closes_at TIMESTAMP NOT NULL,
    first_closes_at TIMESTAMP NOT NULL,
    -- Who may apply.
    for_groups BOOLEAN NOT NULL,
    for_representatives BOOLEAN NOT NULL,
    state TEXT NOT NULL CONSTRAINT grant_calls_state_check CHECK (state IN ('draft', 'published', 'withdrawn')),
    published_at TIMESTAMP,
    published_by TEXT CONSTRAINT grant_calls_published_by_fkey REFERENCES accounts (id),
    -- Why there are no grants after all.
    withdrawal_reason TEXT,
    cloned_from TEXT CONSTRAINT grant_calls_cloned_from_fkey REFERENCES grant_calls (id),
    created_by TEXT NOT NULL CONSTRAINT grant_calls_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT grant_calls_period_check CHECK (closes_at > opens_at AND closes_at >= first_closes_at),
    CONSTRAINT grant_calls_applicants_check CHECK (for_groups OR for_representatives),
    CONSTRAINT grant_calls_published_check CHECK (
        (state = 'draft') = (published_at IS NULL) AND (published_at IS NULL) = (published_by IS NULL)),
    CONSTRAINT grant_calls_withdrawn_check CHECK ((state = 'withdrawn') = (withdrawal_reason IS NOT NULL))
);
CREATE INDEX grant_calls_newest_idx ON grant_calls (programme_id, id);
CREATE INDEX grant_calls_closing_idx ON grant_calls (state, closes_at, id);
CREATE INDEX grant_calls_published_by_idx ON grant_calls (published_by);
CREATE INDEX grant_calls_cloned_from_idx ON grant_calls (cloned_from);
CREATE INDEX grant_calls_created_by_idx ON grant_calls (created_by);

-- Where the money is to be spent: these places and all below them.
CREATE TABLE grant_call_places (
    call_id TEXT NOT NULL CONSTRAINT grant_call_places_call_id_fkey REFERENCES grant_calls (id),
    place_id TEXT NOT NULL CONSTRAINT grant_call_places_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (call_id, place_id)
);
CREATE INDEX grant_call_places_place_id_idx ON grant_call_places (place_id);

-- What an applicant is asked.
CREATE TABLE grant_questions (
    id TEXT NOT NULL PRIMARY KEY,
    call_id TEXT NOT NULL CONSTRAINT grant_questions_call_id_fkey REFERENCES grant_calls (id),
    position BIGINT NOT NULL,
    stage TEXT NOT NULL CONSTRAINT grant_questions_stage_check CHECK (stage IN ('eligibility', 'application')),
    kind TEXT NOT NULL CONSTRAINT grant_questions_kind_check CHECK (kind IN ('yes_no', 'text', 'number', 'choice', 'file')),
    prompt_ky TEXT NOT NULL,
    prompt_ru TEXT NOT NULL,
    prompt_en TEXT NOT NULL,
    help_ky TEXT,
    help_ru TEXT,
    help_en TEXT,
    required BOOLEAN NOT NULL,
    -- The answer without which nobody can apply.
    expected BOOLEAN,
    -- What there is to choose from: a list of names as JSON.
    options TEXT,
    -- Of a text: the most characters.
    max_length BIGINT,
    -- Of a number.
    least BIGINT,
    most BIGINT,
    CONSTRAINT grant_questions_position_key UNIQUE (call_id, position),
    CONSTRAINT grant_questions_help_check CHECK (
        (help_ky IS NULL) = (help_ru IS NULL) AND (help_ky IS NULL) = (help_en IS NULL)),
    CONSTRAINT grant_questions_eligibility_check CHECK (
        (stage = 'eligibility') = (expected IS NOT NULL) AND (stage <> 'eligibility' OR (kind = 'yes_no' AND required))),
    CONSTRAINT grant_questions_options_check CHECK ((kind = 'choice') = (options IS NOT NULL)),
    CONSTRAINT grant_questions_length_check CHECK (max_length IS NULL OR (kind = 'text' AND max_length BETWEEN 1 AND 10000)),
    CONSTRAINT grant_questions_range_check CHECK ((kind = 'number' OR (least IS NULL AND most IS NULL)) AND most >= least)
);
CREATE INDEX grant_questions_call_id_idx ON grant_questions (call_id, position);

-- By what applications are scored.
CREATE TABLE grant_criteria (
    id TEXT NOT NULL PRIMARY KEY,
    call_id TEXT NOT NULL CONSTRAINT grant_criteria_call_id_fkey REFERENCES grant_calls (id),
    position BIGINT NOT NULL,
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    help_ky TEXT,
    help_ru TEXT,
    help_en TEXT,
    weight BIGINT NOT NULL CONSTRAINT grant_criteria_weight_check CHECK (weight BETWEEN 1 AND 100),
    CONSTRAINT grant_criteria_position_key UNIQUE (call_id, position),
    CONSTRAINT grant_criteria_help_check CHECK (
        (help_ky IS NULL) = (help_ru IS NULL) AND (help_ky IS NULL) = (help_en IS NULL))
);
CREATE INDEX grant_criteria_call_id_idx ON grant_criteria (call_id, position);
