DROP TABLE grievance_withdrawals;
DROP TABLE grievance_second_ratings;
DROP TABLE grievance_referrals;
DROP TABLE grievance_decisions;
DROP TABLE grievance_standings;
-- Refused while a case stands in a state that there was not: none of the others would tell the truth about it.
ALTER TABLE grievances DROP CONSTRAINT grievances_state_check;
ALTER TABLE grievances ADD CONSTRAINT grievances_state_check CHECK (state IN (
    'submitted', 'acknowledged', 'accepted', 'investigating',
    'resolution_proposed', 'contested', 'implementing', 'resolved'));
ALTER TABLE grievances DROP CONSTRAINT grievances_rating_state_check;
ALTER TABLE grievances ADD CONSTRAINT grievances_rating_state_check CHECK (rating IS NULL OR state = 'resolved');
