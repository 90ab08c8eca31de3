DROP TABLE stakeholder_events;
DROP TABLE stakeholder_tags;
DROP TABLE stakeholders;
DELETE FROM search_index WHERE rowid IN (SELECT number FROM search_subjects WHERE kind = 'stakeholder');
DELETE FROM search_subjects WHERE kind = 'stakeholder';
