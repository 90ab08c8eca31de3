ALTER INDEX search_index_text_idx RESET (gin_pending_list_limit);
