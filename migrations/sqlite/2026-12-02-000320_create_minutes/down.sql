DROP TABLE meeting_minute_answers;
DROP TABLE meeting_minute_lines;
DROP TABLE meeting_minutes;
