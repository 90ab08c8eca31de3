import { expect, test } from 'vitest';
import { focusGroupFilters } from '../filters';
import { isNarrowed, queryOf } from './query';

test('what an address says is taken only if it can be meant', () => {
  const search = { state: 'held', kind: 'men', place: 'x', from: '2026-06-01', to: 'soon' };
  const query = queryOf(focusGroupFilters(search));
  expect(query).toMatchObject({ state: 'held', kind: undefined, from: '2026-06-01' });
  expect([query.place_id, query.to]).toEqual([undefined, undefined]);
});

test('a search too short for the API is not sent', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(queryOf({ q: 'суу' }).q).toBe('суу');
  expect([isNarrowed({}), isNarrowed({ state: 'held' })]).toEqual([false, true]);
});
