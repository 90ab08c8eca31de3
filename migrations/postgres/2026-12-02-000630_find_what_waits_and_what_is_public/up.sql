-- The public page has what is due last first, of all sites.
CREATE INDEX commitments_public_due_idx ON commitments (published, due_on, id);
-- What an organisation still owes, however much it has kept.
CREATE INDEX commitments_owed_idx ON commitments (organisation_id, state, due_on, id);
-- Invitations without an answer, however many there ever were.
CREATE INDEX meeting_invitations_account_open_idx ON meeting_invitations (account_id, meeting_id)
    WHERE answer IS NULL AND withdrawn_at IS NULL;
CREATE INDEX meeting_invitations_organisation_open_idx ON meeting_invitations (organisation_id, meeting_id)
    WHERE account_id IS NULL AND answer IS NULL AND withdrawn_at IS NULL;
