CREATE TABLE search_subjects (
    number BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    CONSTRAINT search_subjects_kind_id_key UNIQUE (kind, id)
);
-- Trigrams make LIKE '%…%' a lookup. Text arrives normalised.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE search_index (
    rowid BIGINT NOT NULL PRIMARY KEY CONSTRAINT search_index_rowid_fkey REFERENCES search_subjects (number),
    text TEXT NOT NULL
);
CREATE INDEX search_index_text_idx ON search_index USING gin (text gin_trgm_ops);
