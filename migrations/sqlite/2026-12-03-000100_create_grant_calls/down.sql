DROP TABLE grant_criteria;
DROP TABLE grant_questions;
DROP TABLE grant_call_places;
DROP TABLE grant_calls;
