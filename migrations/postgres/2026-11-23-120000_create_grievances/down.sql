DROP TABLE attachments;
DROP TABLE grievance_messages;
DROP TABLE grievance_events;
DROP TABLE grievances;
DROP FUNCTION count_grievance;
DROP TABLE grievance_counts;
DROP TABLE counters;
