DROP TABLE focus_group_events;
DROP TABLE focus_group_participants;
DROP TABLE focus_group_quotes;
DROP TABLE focus_group_attendance;
DROP TABLE focus_groups;
