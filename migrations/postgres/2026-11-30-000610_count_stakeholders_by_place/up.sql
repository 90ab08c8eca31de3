-- How many there are at each place, of a kind and by consent too, without a look at their rows.
CREATE INDEX stakeholders_counted_idx ON stakeholders (programme_id, place_id, category, consent)
    WHERE erased_at IS NULL AND merged_into IS NULL;
