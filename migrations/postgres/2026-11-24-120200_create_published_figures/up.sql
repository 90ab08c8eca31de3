-- Counts of cases for who reads none: as they stood when the week began, in fives.
CREATE TABLE published_figures (
    programme_id TEXT NOT NULL CONSTRAINT published_figures_programme_id_fkey REFERENCES programmes (id),
    week DATE NOT NULL,
    margin TEXT NOT NULL CONSTRAINT published_figures_margin_check CHECK (margin IN ('state', 'district')),
    -- A state, or the id of a place.
    cell TEXT NOT NULL,
    count BIGINT NOT NULL CONSTRAINT published_figures_count_check CHECK (count >= 5 AND count % 5 = 0),
    PRIMARY KEY (programme_id, week, margin, cell)
);
-- The weeks that were published, also those with nothing to show.
CREATE TABLE published_weeks (
    programme_id TEXT NOT NULL CONSTRAINT published_weeks_programme_id_fkey REFERENCES programmes (id),
    week DATE NOT NULL,
    PRIMARY KEY (programme_id, week)
);
