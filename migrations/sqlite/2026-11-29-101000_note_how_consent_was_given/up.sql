ALTER TABLE grievances ADD COLUMN consent_given TEXT CONSTRAINT grievances_consent_given_check
    CHECK (consent_given IN ('said', 'signed', 'thumbprint', 'ticked'));
