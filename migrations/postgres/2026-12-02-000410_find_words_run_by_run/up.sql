-- Beside the trigrams of a document what its number says: whose documents it is among (the lane), and which came about
-- when it did (the run). A word's documents of one run are found without a look at those of the others.
CREATE EXTENSION IF NOT EXISTS btree_gin;
-- The one of before goes last: searches of servers that still run are answered by it meanwhile.
CREATE INDEX search_index_text_run_idx ON search_index
    USING gin (((rowid >> 40) * 2 + (rowid & 1)), (rowid >> 14), text gin_trgm_ops) WITH (gin_pending_list_limit = 256);
DROP INDEX search_index_text_idx;
ALTER INDEX search_index_text_run_idx RENAME TO search_index_text_idx;
