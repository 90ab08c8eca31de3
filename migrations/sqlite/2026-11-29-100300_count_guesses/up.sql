-- How often receipt codes were guessed, by everybody together: see docs/decisions/2026-11-29-guesses.md.
CREATE TABLE guess_purses (
    name TEXT NOT NULL PRIMARY KEY,
    -- Until when what was taken is not filled up yet, in microseconds since 1970.
    spent_until BIGINT NOT NULL
);
INSERT INTO guess_purses (name, spent_until) VALUES ('everybody', 0);
INSERT INTO guess_purses (name, spent_until) VALUES ('newcomers', 0);
