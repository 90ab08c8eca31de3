DROP TABLE sqlite_stat1;
DROP TABLE search_index;
DROP TABLE search_subjects;
