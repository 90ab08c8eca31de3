DROP INDEX search_index_text_idx;
CREATE INDEX search_index_text_idx ON search_index USING gin (text gin_trgm_ops) WITH (gin_pending_list_limit = 256);
