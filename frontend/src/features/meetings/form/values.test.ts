import { expect, test } from 'vitest';
import { meetingChange, noMeeting, zMeetingValues } from './values';

const id = '0190a1b2-0000-7000-8000-000000000000';
const values = {
  ...noMeeting(id, id, 'ky'),
  title: 'Таза суу',
  place_id: id,
  starts_at: '2026-06-15T10:00',
  ends_at: '2026-06-15T12:00',
};

test('a time is meant as Bishkek has it', () => {
  const { starts_at, ends_at } = zMeetingValues.parse(values);
  expect([starts_at, ends_at]).toEqual(['2026-06-15T04:00:00.000Z', '2026-06-15T06:00:00.000Z']);
});

test('spaces say nothing of a venue', () => {
  expect(zMeetingValues.parse({ ...values, venue: '  ' }).venue).toBeNull();
});

test('a meeting of which people were told keeps its time', () => {
  expect(meetingChange(true).parse(values)).not.toHaveProperty('starts_at');
  expect(meetingChange(false).parse(values)).toHaveProperty('starts_at');
});
