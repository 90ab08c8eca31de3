-- Passages of the notes, in characters from the first, and what was made of them. Several may share a passage.
CREATE TABLE focus_group_codes (
    id TEXT NOT NULL PRIMARY KEY,
    focus_group_id TEXT NOT NULL CONSTRAINT focus_group_codes_focus_group_id_fkey REFERENCES focus_groups (id),
    impact_id TEXT NOT NULL CONSTRAINT focus_group_codes_impact_id_fkey REFERENCES impacts (id),
    starts BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    -- The words: by these the passage is found again in notes that are written anew.
    passage TEXT NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT focus_group_codes_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    CONSTRAINT focus_group_codes_span_check CHECK (starts >= 0 AND ends > starts)
);
CREATE INDEX focus_group_codes_focus_group_id_idx ON focus_group_codes (focus_group_id, starts);
CREATE INDEX focus_group_codes_impact_id_idx ON focus_group_codes (impact_id);
CREATE INDEX focus_group_codes_account_id_idx ON focus_group_codes (account_id);

CREATE INDEX focus_groups_published_idx ON focus_groups (programme_id, published_at, id);
