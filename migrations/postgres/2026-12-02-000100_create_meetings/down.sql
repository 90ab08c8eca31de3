DROP TABLE meeting_events;
DROP TABLE meeting_invitations;
DROP TABLE meeting_agenda_items;
DROP TABLE meetings;
