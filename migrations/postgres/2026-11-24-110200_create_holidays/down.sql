DROP TABLE programme_terms;
DROP TABLE holidays;
