-- Meetings of the sides with one another, led by the programme.
CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    programme_id TEXT NOT NULL CONSTRAINT meetings_programme_id_fkey REFERENCES programmes (id),
    kind TEXT NOT NULL CONSTRAINT meetings_kind_check CHECK (kind IN (
        'consultation_workshop', 'company_workshop', 'community_meeting', 'authority_meeting', 'site_visit')),
    title TEXT NOT NULL,
    place_id TEXT NOT NULL CONSTRAINT meetings_place_id_fkey REFERENCES places (id),
    -- The path of the place, which never changes.
    place_path TEXT COLLATE "C" NOT NULL,
    site_id TEXT CONSTRAINT meetings_site_id_fkey REFERENCES sites (id),
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    venue TEXT,
    -- The same without letter case, by which two meetings at one venue are found.
    venue_key TEXT,
    facilitator_id TEXT NOT NULL CONSTRAINT meetings_facilitator_id_fkey REFERENCES accounts (id),
    -- What is spoken there, and into what the interpreters put it.
    languages TEXT NOT NULL,
    interpreters TEXT NOT NULL,
    ground_rules TEXT,
    -- The number of the rules as they are now: who accepted others has not accepted these.
    rules_revision BIGINT NOT NULL DEFAULT 1,
    visibility TEXT NOT NULL CONSTRAINT meetings_visibility_check CHECK (visibility IN ('public', 'participants')),
    state TEXT NOT NULL CONSTRAINT meetings_state_check CHECK (state IN (
        'draft', 'agenda_open', 'invited', 'confirmed', 'held', 'minutes_drafted', 'minutes_approved', 'closed',
        'postponed', 'cancelled')),
    -- When its agenda was opened: nobody beside the programme knew of it before.
    opened_at TIMESTAMP,
    -- What a search looks through.
    words TEXT NOT NULL,
    created_by TEXT NOT NULL CONSTRAINT meetings_created_by_fkey REFERENCES accounts (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CONSTRAINT meetings_time_check CHECK (ends_at > starts_at),
    CONSTRAINT meetings_opened_check CHECK (
        (state <> 'draft' OR opened_at IS NULL) AND (state IN ('draft', 'cancelled') OR opened_at IS NOT NULL)),
    CONSTRAINT meetings_venue_check CHECK (
        (venue IS NULL) = (venue_key IS NULL)
        AND (state IN ('draft', 'agenda_open', 'cancelled') OR venue IS NOT NULL))
);
CREATE INDEX meetings_soonest_idx ON meetings (programme_id, starts_at, id);
CREATE INDEX meetings_state_soonest_idx ON meetings (programme_id, state, starts_at, id);
-- By which the chore finds those that are near.
CREATE INDEX meetings_near_idx ON meetings (state, starts_at);
CREATE INDEX meetings_kind_soonest_idx ON meetings (programme_id, kind, starts_at, id);
CREATE INDEX meetings_place_path_idx ON meetings (place_path, programme_id);
CREATE INDEX meetings_place_id_idx ON meetings (place_id, starts_at);
CREATE INDEX meetings_site_id_idx ON meetings (site_id, starts_at, id);
CREATE INDEX meetings_facilitator_id_idx ON meetings (facilitator_id, starts_at, id);
CREATE INDEX meetings_created_by_idx ON meetings (created_by);

-- What is to be spoken of: words, or a record.
CREATE TABLE meeting_agenda_items (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    meeting_id TEXT NOT NULL CONSTRAINT meeting_agenda_items_meeting_id_fkey REFERENCES meetings (id),
    kind TEXT NOT NULL CONSTRAINT meeting_agenda_items_kind_check CHECK (
        kind IN ('topic', 'impact', 'grievance', 'agreement', 'commitment')),
    topic TEXT,
    impact_id TEXT CONSTRAINT meeting_agenda_items_impact_id_fkey REFERENCES impacts (id),
    grievance_id TEXT CONSTRAINT meeting_agenda_items_grievance_id_fkey REFERENCES grievances (id),
    agreement_id TEXT CONSTRAINT meeting_agenda_items_agreement_id_fkey REFERENCES agreements (id),
    commitment_id TEXT CONSTRAINT meeting_agenda_items_commitment_id_fkey REFERENCES commitments (id),
    -- Why it is to be spoken of, for who proposed it and for staff.
    note TEXT,
    state TEXT NOT NULL CONSTRAINT meeting_agenda_items_state_check CHECK (
        state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
    reason TEXT,
    -- Its place among those accepted.
    position BIGINT,
    side TEXT NOT NULL CONSTRAINT meeting_agenda_items_side_check CHECK (
        side IN ('company', 'authority', 'community', 'programme', 'other')),
    organisation_id TEXT NOT NULL
        CONSTRAINT meeting_agenda_items_organisation_id_fkey REFERENCES organisations (id),
    proposed_by TEXT NOT NULL CONSTRAINT meeting_agenda_items_proposed_by_fkey REFERENCES accounts (id),
    proposed_at TIMESTAMP NOT NULL,
    CONSTRAINT meeting_agenda_items_subject_check CHECK (
        (kind = 'topic') = (topic IS NOT NULL) AND (kind = 'impact') = (impact_id IS NOT NULL)
        AND (kind = 'grievance') = (grievance_id IS NOT NULL) AND (kind = 'agreement') = (agreement_id IS NOT NULL)
        AND (kind = 'commitment') = (commitment_id IS NOT NULL)),
    CONSTRAINT meeting_agenda_items_position_check CHECK ((state = 'accepted') = (position IS NOT NULL)),
    CONSTRAINT meeting_agenda_items_reason_check CHECK (state <> 'declined' OR reason IS NOT NULL)
);
CREATE INDEX meeting_agenda_items_meeting_id_idx ON meeting_agenda_items (meeting_id, position, id);
CREATE INDEX meeting_agenda_items_impact_id_idx ON meeting_agenda_items (impact_id);
CREATE INDEX meeting_agenda_items_grievance_id_idx ON meeting_agenda_items (grievance_id);
CREATE INDEX meeting_agenda_items_agreement_id_idx ON meeting_agenda_items (agreement_id);
CREATE INDEX meeting_agenda_items_commitment_id_idx ON meeting_agenda_items (commitment_id);
CREATE INDEX meeting_agenda_items_organisation_id_idx ON meeting_agenda_items (organisation_id);
CREATE INDEX meeting_agenda_items_proposed_by_idx ON meeting_agenda_items (proposed_by);

-- Who is asked to come: an account, an organisation with all its accounts, or somebody without an account.
CREATE TABLE meeting_invitations (
    id TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL DEFAULT 1,
    meeting_id TEXT NOT NULL CONSTRAINT meeting_invitations_meeting_id_fkey REFERENCES meetings (id),
    side TEXT NOT NULL CONSTRAINT meeting_invitations_side_check CHECK (
        side IN ('company', 'authority', 'community', 'programme', 'other')),
    account_id TEXT CONSTRAINT meeting_invitations_account_id_fkey REFERENCES accounts (id),
    -- Also of an account: to whom it belonged when it was invited.
    organisation_id TEXT CONSTRAINT meeting_invitations_organisation_id_fkey REFERENCES organisations (id),
    name TEXT,
    -- In which language the page of the link greets.
    language TEXT CONSTRAINT meeting_invitations_language_check CHECK (language IN ('ky', 'ru', 'en')),
    token_hash TEXT,
    invited_by TEXT NOT NULL CONSTRAINT meeting_invitations_invited_by_fkey REFERENCES accounts (id),
    invited_at TIMESTAMP NOT NULL,
    answer TEXT CONSTRAINT meeting_invitations_answer_check CHECK (answer IN ('yes', 'no', 'maybe')),
    answered_at TIMESTAMP,
    -- Who answered with an account; none by a link.
    answered_by TEXT CONSTRAINT meeting_invitations_answered_by_fkey REFERENCES accounts (id),
    -- The number of the ground rules that were accepted.
    rules_accepted BIGINT,
    withdrawn_at TIMESTAMP,
    CONSTRAINT meeting_invitations_who_check CHECK (
        (name IS NULL) <> (organisation_id IS NULL) AND (account_id IS NULL OR organisation_id IS NOT NULL)),
    CONSTRAINT meeting_invitations_link_check CHECK (
        (name IS NULL) = (token_hash IS NULL) AND (name IS NULL) = (language IS NULL)),
    CONSTRAINT meeting_invitations_answered_check CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX meeting_invitations_meeting_id_idx ON meeting_invitations (meeting_id, id);
CREATE INDEX meeting_invitations_account_id_idx ON meeting_invitations (account_id, meeting_id);
CREATE INDEX meeting_invitations_organisation_id_idx ON meeting_invitations (organisation_id, meeting_id);
CREATE INDEX meeting_invitations_invited_by_idx ON meeting_invitations (invited_by);
CREATE INDEX meeting_invitations_answered_by_idx ON meeting_invitations (answered_by);
CREATE UNIQUE INDEX meeting_invitations_token_hash_idx ON meeting_invitations (token_hash) WHERE token_hash IS NOT NULL;
-- Nobody is asked twice.
CREATE UNIQUE INDEX meeting_invitations_account_once_idx ON meeting_invitations (meeting_id, account_id)
    WHERE account_id IS NOT NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX meeting_invitations_organisation_once_idx ON meeting_invitations (meeting_id, organisation_id)
    WHERE organisation_id IS NOT NULL AND account_id IS NULL AND withdrawn_at IS NULL;

-- What happened to a meeting; nothing is taken out of it.
CREATE TABLE meeting_events (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL CONSTRAINT meeting_events_meeting_id_fkey REFERENCES meetings (id),
    move TEXT NOT NULL CONSTRAINT meeting_events_move_check CHECK (move IN (
        'draft', 'change', 'open_agenda', 'invite', 'confirm', 'hold', 'draft_minutes', 'approve_minutes', 'close',
        'postpone', 'reschedule', 'cancel')),
    from_state TEXT,
    to_state TEXT NOT NULL,
    account_id TEXT NOT NULL CONSTRAINT meeting_events_account_id_fkey REFERENCES accounts (id),
    at TIMESTAMP NOT NULL,
    note TEXT,
    -- Of a change: what is another now.
    fields TEXT,
    -- Of another date: the one before.
    starts_before TIMESTAMP,
    starts_after TIMESTAMP,
    CONSTRAINT meeting_events_reason_check CHECK (move NOT IN ('postpone', 'cancel') OR note IS NOT NULL),
    CONSTRAINT meeting_events_date_check CHECK (
        (move = 'reschedule') = (starts_before IS NOT NULL) AND (starts_before IS NULL) = (starts_after IS NULL))
);
CREATE INDEX meeting_events_meeting_id_idx ON meeting_events (meeting_id, id);
CREATE INDEX meeting_events_account_id_idx ON meeting_events (account_id);
