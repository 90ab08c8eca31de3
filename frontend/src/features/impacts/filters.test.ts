import { expect, test } from 'vitest';
import { impactFilters, isNarrowed, queryOf } from './filters';

test('what an address says is understood or left out', () => {
  const search = { state: 'validated', category: 'gold', severity: 4, likelihood: '9', place: 'x' };
  const filters = impactFilters(search);
  expect(filters).toMatchObject({ state: 'validated', severity: 4 });
  expect([filters.category, filters.likelihood, filters.place]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a search that is too short is none, and so is an order no filter', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(queryOf({ published: 'no' }).published).toBe(false);
  expect(queryOf({}).published).toBeUndefined();
  expect(isNarrowed({ sort: 'gravest' })).toBe(false);
  expect(isNarrowed({ severity: 5 })).toBe(true);
});
