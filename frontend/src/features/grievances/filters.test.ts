import { expect, test } from 'vitest';
import { countOf, parseFilters, queryOf } from './filters';

const own = '0193a000-0000-7000-8000-000000000001';

test('what a link says is what the list asks for', () => {
  const filters = parseFilters({ state: 'contested', severity: 'high', mine: true, sort: 'due' });
  expect(queryOf(filters, own)).toEqual({
    state: 'contested',
    severity: 'high',
    owner_id: own,
    sort: 'due',
  });
});

test('what a link says wrongly is left out, and the rest is kept', () => {
  const search = { state: 'lost', category: 'water', place_id: 'x', open: 'yes', other: 1 };
  expect(parseFilters(search)).toEqual({ category: 'water' });
});

test('closed cases are asked for by a filter that is false', () => {
  expect(queryOf(parseFilters({ open: false }), own)).toEqual({ open: false });
});

test('words too short to search for are not sent', () => {
  expect(queryOf({ q: 'su' }, own)).toEqual({});
  expect(queryOf({ q: 'suu' }, own)).toEqual({ q: 'suu' });
});

test('the order is no filter', () => {
  expect(countOf({ sort: 'due' })).toBe(0);
  expect(countOf({ sort: 'due', mine: true, state: 'accepted' })).toBe(2);
});
