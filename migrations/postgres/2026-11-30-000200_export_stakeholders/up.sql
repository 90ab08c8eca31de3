ALTER TABLE exports ADD COLUMN list TEXT NOT NULL DEFAULT 'grievances'
    CONSTRAINT exports_list_check CHECK (list IN ('grievances', 'stakeholders'));
-- Whether it holds what stakeholders are reached at whole, and not masked.
ALTER TABLE exports ADD COLUMN contacts BOOLEAN NOT NULL DEFAULT FALSE;
