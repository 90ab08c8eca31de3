-- What waits for who leads a meeting is found by how the meeting stands, however many they led before.
CREATE INDEX meetings_led_idx ON meetings (facilitator_id, state, starts_at, id);
