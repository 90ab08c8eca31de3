CREATE TABLE impact_rounds (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT impact_rounds_programme_id_fkey REFERENCES programmes (id),
    title TEXT NOT NULL,
    method TEXT NOT NULL CONSTRAINT impact_rounds_method_check CHECK (method IN ('ballots', 'show_of_hands')),
    place_id TEXT CONSTRAINT impact_rounds_place_id_fkey REFERENCES places (id),
    place_path TEXT COLLATE "C",
    site_id TEXT CONSTRAINT impact_rounds_site_id_fkey REFERENCES sites (id),
    -- Dots that a participant has.
    budget BIGINT NOT NULL CONSTRAINT impact_rounds_budget_check CHECK (budget BETWEEN 1 AND 20),
    -- Numbers that were handed out: 1 and what follows.
    numbers BIGINT NOT NULL CONSTRAINT impact_rounds_numbers_check CHECK (numbers BETWEEN 0 AND 500),
    -- Whether representatives of the place vote with their accounts.
    by_account BOOLEAN NOT NULL,
    participants BIGINT NOT NULL DEFAULT 0 CONSTRAINT impact_rounds_participants_check CHECK (participants >= 0),
    closed_at TIMESTAMP,
    created_by TEXT NOT NULL CONSTRAINT impact_rounds_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT impact_rounds_place_check CHECK ((place_id IS NULL) = (place_path IS NULL)),
    CONSTRAINT impact_rounds_hands_check CHECK (method = 'ballots' OR (numbers = 0 AND NOT by_account)),
    CONSTRAINT impact_rounds_by_account_check CHECK (NOT by_account OR place_id IS NOT NULL)
);
CREATE INDEX impact_rounds_programme_id_idx ON impact_rounds (programme_id, id);
CREATE INDEX impact_rounds_place_id_idx ON impact_rounds (place_id);
CREATE INDEX impact_rounds_site_id_idx ON impact_rounds (site_id);
CREATE INDEX impact_rounds_created_by_idx ON impact_rounds (created_by);

-- What is voted on. The dots are counted here alone: whose they are is not kept.
CREATE TABLE impact_round_choices (
    round_id TEXT NOT NULL CONSTRAINT impact_round_choices_round_id_fkey REFERENCES impact_rounds (id),
    impact_id TEXT NOT NULL CONSTRAINT impact_round_choices_impact_id_fkey REFERENCES impacts (id),
    position BIGINT NOT NULL,
    dots BIGINT NOT NULL DEFAULT 0 CONSTRAINT impact_round_choices_dots_check CHECK (dots >= 0),
    PRIMARY KEY (round_id, impact_id)
);
CREATE INDEX impact_round_choices_impact_id_idx ON impact_round_choices (impact_id);

-- Who has voted: a number that was handed out, or an account; never a name, and never for what.
CREATE TABLE impact_ballots (
    round_id TEXT NOT NULL CONSTRAINT impact_ballots_round_id_fkey REFERENCES impact_rounds (id),
    voter TEXT NOT NULL,
    account_id TEXT CONSTRAINT impact_ballots_account_id_fkey REFERENCES accounts (id),
    CONSTRAINT impact_ballots_pkey PRIMARY KEY (round_id, voter)
);
CREATE INDEX impact_ballots_account_id_idx ON impact_ballots (account_id);
