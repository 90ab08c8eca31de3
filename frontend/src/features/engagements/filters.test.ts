import { expect, test } from 'vitest';
import { engagementFilters, isNarrowed, queryOf } from './filters';

test('an address that somebody spoilt still opens the log', () => {
  const spoilt = { channel: 'pigeon', from: 'yesterday', to: '2026-13-45', owner: 'me', q: 7 };
  expect(Object.values(engagementFilters(spoilt)).filter(Boolean)).toEqual(['7']);
});

test('words too short to be searched for are not sent', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(queryOf({ q: 'суу', from: '2026-05-01' })).toMatchObject({ q: 'суу', from: '2026-05-01' });
});

test('the order by due day leaves something out, the usual one nothing', () => {
  expect([isNarrowed({ sort: 'due' }), isNarrowed({ sort: 'latest' })]).toEqual([true, false]);
});
