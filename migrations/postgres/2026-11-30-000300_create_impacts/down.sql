DROP TABLE impact_grievances;
DROP TABLE impact_sources;
DROP TABLE impact_events;
DROP TABLE impacts;
DELETE FROM search_index WHERE rowid IN (SELECT number FROM search_subjects WHERE kind IN ('impact_staff', 'impact_published'));
DELETE FROM search_subjects WHERE kind IN ('impact_staff', 'impact_published');
