DELETE FROM exports WHERE list = 'grant_applications';
ALTER TABLE exports
    DROP CONSTRAINT exports_list_check,
    ADD CONSTRAINT exports_list_check CHECK (list IN ('grievances', 'stakeholders'));
DELETE FROM notifications WHERE grant_application_id IS NOT NULL;
ALTER TABLE notifications DROP COLUMN grant_application_id;
DROP TABLE grant_application_events;
DROP TABLE grant_answers;
DELETE FROM attachments WHERE grant_application_id IS NOT NULL;
ALTER TABLE attachments
    DROP CONSTRAINT attachments_owner_check,
    DROP COLUMN grant_application_id,
    ADD CONSTRAINT attachments_owner_check CHECK (num_nonnulls(grievance_id, commitment_id, agreement_id) = 1);
DROP TABLE grant_follow_ups;
DROP TABLE grant_partners;
DROP TABLE grant_team;
DROP TABLE grant_budget_lines;
DROP TABLE grant_applications;
