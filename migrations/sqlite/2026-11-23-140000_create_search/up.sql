-- A full-text table finds rows by number only: what each number stands for is kept beside it.
CREATE TABLE search_subjects (
    number BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT search_subjects_kind_id_key UNIQUE (kind, id)
) WITHOUT ROWID;
-- Trigrams make LIKE '%…%' a lookup. Text arrives normalised: SQLite folds no Cyrillic. Without positions the index is a
-- quarter of the size: LIKE reads the text itself in the end.
CREATE VIRTUAL TABLE search_index USING fts5 (text, tokenize = 'trigram', detail = none);

-- Without statistics SQLite takes every index for a good one, and reads a programme's every case to find those of a few
-- ids. These are those of a big database, so that a plan is the same on the first day as on the last.
ANALYZE;
DELETE FROM sqlite_stat1;
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
    ('grievances', 'grievances_released_by_idx', '1000000 20000'),
    ('search_subjects', 'search_subjects', '2000000 1'),
    ('search_subjects', 'sqlite_autoindex_search_subjects_2', '2000000 1000000 1');
