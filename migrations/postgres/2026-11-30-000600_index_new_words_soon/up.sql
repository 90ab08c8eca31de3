-- New words wait in a list that every search reads from its start to its end. At the usual 4 MB that cost each search 18 ms;
-- at 256 kB it is about one. The least there can be, 64 kB, made adding many cases take three times as long.
ALTER INDEX search_index_text_idx SET (gin_pending_list_limit = 256);
