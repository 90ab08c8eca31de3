-- Of which record it is part now: a stakeholder, and no constraint says so, since one engine could never drop it again.
-- Nothing of the person is left in a record that has it.
ALTER TABLE stakeholders ADD COLUMN merged_into TEXT;
-- Of those that have one: nearly all have none, and an index of these would be taken for a way to them.
CREATE INDEX stakeholders_merged_into_idx ON stakeholders (merged_into) WHERE merged_into IS NOT NULL;
-- In which record it was noted, where that was another.
ALTER TABLE stakeholder_events ADD COLUMN merged_from TEXT;
