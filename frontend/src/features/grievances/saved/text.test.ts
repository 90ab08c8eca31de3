import { expect, test } from 'vitest';
import type { Filters } from '../filters';
import { filtersOf, textOf } from './text';

const own = '0193a000-0000-7000-8000-000000000001';
const other = '0193a000-0000-7000-8000-000000000002';

test('filters come back from their text as they were', () => {
  const all: Filters[] = [
    {},
    { mine: true, sort: 'due' },
    { owner_id: other, state: 'accepted' },
    { unassigned: true, waiting: true },
    { open: false, severity: 'high', q: 'чаң & суу' },
  ];
  for (const filters of all) expect(filtersOf(textOf(filters, own), own)).toEqual(filters);
});

test('the same filters have the same text, whatever came first', () => {
  expect(textOf({ sort: 'due', open: true }, own)).toBe(textOf({ open: true, sort: 'due' }, own));
  expect(textOf({ open: true, sort: 'due' }, own)).toBe('open=true&sort=due');
});

test('what is not known is left out', () => {
  expect(filtersOf('state=lost&severity=high&moon=full', own)).toEqual({ severity: 'high' });
});
