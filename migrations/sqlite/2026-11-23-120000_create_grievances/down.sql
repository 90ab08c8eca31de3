DROP TABLE attachments;
DROP TABLE grievance_messages;
DROP TABLE grievance_events;
DROP TABLE grievances;
DROP TABLE grievance_counts;
DROP TABLE counters;
