-- Meetings and promises get a document each in the index of words: a search that few match no longer reads the whole table.
-- Their words are kept normalised already. Each kind is numbered in a range of its own below zero, by twos.
INSERT OR IGNORE INTO counters (name, value) VALUES ('search', 0);

INSERT INTO search_subjects (number, kind, id)
SELECT -4398046511104 + 2 * ((SELECT value FROM counters WHERE name = 'search') + row_number() OVER (ORDER BY id)), 'meeting', id
FROM meetings;
INSERT INTO search_index (rowid, text)
SELECT number, words FROM search_subjects JOIN meetings ON meetings.id = search_subjects.id WHERE search_subjects.kind = 'meeting' ORDER BY number;
UPDATE counters SET value = value + (SELECT count(*) FROM meetings) WHERE name = 'search';

INSERT INTO search_subjects (number, kind, id)
SELECT -5497558138880 + 2 * ((SELECT value FROM counters WHERE name = 'search') + row_number() OVER (ORDER BY id)), 'commitment', id
FROM commitments;
INSERT INTO search_index (rowid, text)
SELECT number, words FROM search_subjects JOIN commitments ON commitments.id = search_subjects.id WHERE search_subjects.kind = 'commitment' ORDER BY number;
UPDATE counters SET value = value + (SELECT count(*) FROM commitments) WHERE name = 'search';
