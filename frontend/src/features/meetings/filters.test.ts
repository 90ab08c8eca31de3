import { expect, test } from 'vitest';
import { isNarrowed, meetingFilters, queryOf, whenOf } from './filters';

test('what an address says and nobody understands is left out', () => {
  const filters = meetingFilters({
    state: 'party',
    kind: 'site_visit',
    mine: 'yes',
    when: 'soon',
  });
  expect(filters).toMatchObject({ state: undefined, kind: 'site_visit', mine: undefined });
  expect(filters.when).toBeUndefined();
});

test('a word too short to be searched is not sent', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(queryOf({ q: 'суу' }).q).toBe('суу');
});

test('a day is asked for from its beginning to its end', () => {
  expect(queryOf(meetingFilters({ day: '2026-12-06' }))).toMatchObject({
    from: '2026-12-06',
    to: '2026-12-06',
  });
  for (const day of ['2026-13-40', 'tomorrow', 20261206]) {
    expect(meetingFilters({ day }).day).toBeUndefined();
  }
});

test('those to come stand first, those that are over by themselves', () => {
  const today = '2026-12-01';
  expect(queryOf({}, today)).toMatchObject({ from: today, sort: 'soonest' });
  expect(queryOf({ when: 'past' }, today)).toMatchObject({ to: '2026-11-30', sort: 'latest' });
  expect(queryOf({ when: 'all' }, today)).not.toHaveProperty('from');
});

test('words and states are looked for at any time', () => {
  expect(whenOf({ q: 'суу' })).toBe('all');
  expect(whenOf({ state: 'held' })).toBe('all');
  expect(whenOf({ state: 'draft', when: 'coming' })).toBe('coming');
  expect(whenOf({ mine: true })).toBe('coming');
});

test('whatever is chosen narrows the list', () => {
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed({ mine: true })).toBe(true);
});
