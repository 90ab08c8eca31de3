-- A full-text table finds rows by number only: what each number stands for is kept beside it.
CREATE TABLE search_subjects (
    number BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT search_subjects_kind_id_key UNIQUE (kind, id)
);
-- Trigrams make LIKE '%…%' a lookup. Text arrives normalised: SQLite folds no Cyrillic.
CREATE VIRTUAL TABLE search_index USING fts5 (text, tokenize = 'trigram');
