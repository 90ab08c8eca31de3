DROP INDEX grievances_programme_track_idx;
UPDATE search_subjects SET kind = 'grievance_staff' WHERE kind = 'grievance_protected';
DROP TABLE protection_referral_steps;
DROP TABLE protection_referrals;
DROP TABLE protection_alerts;
DROP TABLE check_ins;
