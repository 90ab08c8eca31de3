-- Each contact with stakeholders, and what was to follow from it.
CREATE TABLE engagements (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT engagements_programme_id_fkey REFERENCES programmes (id),
    -- The day of the contact, in Bishkek.
    day DATE NOT NULL,
    channel TEXT NOT NULL CONSTRAINT engagements_channel_check CHECK (
        channel IN ('meeting', 'visit', 'phone', 'message', 'email', 'letter', 'other')),
    -- Who of the programme was there.
    account_id TEXT NOT NULL CONSTRAINT engagements_account_id_fkey REFERENCES accounts (id),
    summary TEXT NOT NULL,
    -- The follow-up: what is to be done, by whom, by which day.
    task TEXT,
    owner_id TEXT CONSTRAINT engagements_owner_id_fkey REFERENCES accounts (id),
    due_on DATE,
    done_on DATE,
    done_note TEXT,
    done_by TEXT CONSTRAINT engagements_done_by_fkey REFERENCES accounts (id),
    done_at TIMESTAMP,
    -- What a search looks through, as the search index holds it.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT engagements_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT engagements_follow_up_check CHECK (
        (task IS NULL) = (owner_id IS NULL) AND (task IS NULL) = (due_on IS NULL)),
    CONSTRAINT engagements_due_check CHECK (due_on IS NULL OR due_on >= day),
    CONSTRAINT engagements_done_check CHECK (
        (done_on IS NULL) = (done_by IS NULL) AND (done_on IS NULL) = (done_at IS NULL)
        AND (done_on IS NULL) = (done_note IS NULL) AND (done_on IS NULL OR (task IS NOT NULL AND done_on >= day)))
);
CREATE INDEX engagements_day_idx ON engagements (programme_id, day, id);
CREATE INDEX engagements_channel_day_idx ON engagements (programme_id, channel, day, id);
CREATE INDEX engagements_due_idx ON engagements (programme_id, due_on, id) WHERE done_on IS NULL AND due_on IS NOT NULL;
CREATE INDEX engagements_owner_due_idx ON engagements (owner_id, due_on, id) WHERE done_on IS NULL AND due_on IS NOT NULL;
CREATE INDEX engagements_owner_day_idx ON engagements (owner_id, programme_id, day, id);
CREATE INDEX engagements_account_id_idx ON engagements (account_id);
CREATE INDEX engagements_done_by_idx ON engagements (done_by);
CREATE INDEX engagements_created_by_idx ON engagements (created_by);

CREATE TABLE engagement_stakeholders (
    stakeholder_id TEXT NOT NULL CONSTRAINT engagement_stakeholders_stakeholder_id_fkey REFERENCES stakeholders (id),
    engagement_id TEXT NOT NULL CONSTRAINT engagement_stakeholders_engagement_id_fkey REFERENCES engagements (id),
    PRIMARY KEY (stakeholder_id, engagement_id)
);
CREATE INDEX engagement_stakeholders_engagement_id_idx ON engagement_stakeholders (engagement_id);

ALTER TABLE notifications ADD COLUMN engagement_id TEXT CONSTRAINT notifications_engagement_id_fkey REFERENCES engagements (id);
CREATE INDEX notifications_engagement_id_idx ON notifications (engagement_id);

-- Those of a long log, so that a plan is the same on the first day as on the last.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('engagements', 'sqlite_autoindex_engagements_1', '200000 1'),
    ('engagements', 'engagements_day_idx', '200000 100000 200 1'),
    ('engagements', 'engagements_channel_day_idx', '200000 100000 20000 40 1'),
    ('engagements', 'engagements_due_idx', '10000 5000 30 1'),
    ('engagements', 'engagements_owner_due_idx', '10000 400 4 1'),
    ('engagements', 'engagements_owner_day_idx', '200000 5000 5000 20 1'),
    ('engagements', 'engagements_account_id_idx', '200000 8000'),
    ('engagements', 'engagements_done_by_idx', '200000 4000'),
    ('engagements', 'engagements_created_by_idx', '200000 8000'),
    ('engagement_stakeholders', 'sqlite_autoindex_engagement_stakeholders_1', '400000 4 1'),
    ('engagement_stakeholders', 'engagement_stakeholders_engagement_id_idx', '400000 2');
