DELETE FROM search_index WHERE rowid IN (SELECT number FROM search_subjects WHERE kind IN ('meeting', 'commitment'));
DELETE FROM search_subjects WHERE kind IN ('meeting', 'commitment');
