import { expect, test } from 'vitest';
import type { DayOfMeetings, MeetingSummary } from '@/api/generated';
import { paths } from '@/paths';
import { countWords, dayLink } from './dayLink';

const day = '2026-12-06';
const meetings = (count: number, exact = true): DayOfMeetings => ({
  day,
  total: { count, exact },
  first: Array.from({ length: Math.min(count, 4) }, (_, id) => ({ id: `${id}` }) as MeetingSummary),
});

test('a day with one meeting leads to it, and with several to their list', () => {
  expect(dayLink(day, meetings(1))).toEqual({ to: paths.meeting, params: { meetingId: '0' } });
  expect(dayLink(day, meetings(2), true)).toMatchObject({
    to: paths.meetings,
    search: { day, mine: true },
  });
  expect(dayLink(day, undefined)).toMatchObject({ to: paths.meetings, search: { day } });
});

test('what was counted only up to a number says so', () => {
  expect(countWords(meetings(7))).toBe('7');
  expect(countWords(meetings(99, false))).toBe('99+');
});
