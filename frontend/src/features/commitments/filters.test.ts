import { expect, test } from 'vitest';
import { commitmentFilters, isNarrowed, queryOf } from './filters';

const place = '018f3f6e-8f10-7c3a-9d2e-0123456789ab';

test('what can be understood of an address is kept, and nothing else', () => {
  const filters = commitmentFilters({
    q: 'суу',
    standing: 'overdue',
    side: 'nobody',
    place,
    site: 'x',
    sort: 'newest',
  });
  expect(filters).toEqual({ q: 'суу', standing: 'overdue', place, sort: 'newest' });
  expect(queryOf(filters)).toEqual({
    q: 'суу',
    standing: 'overdue',
    place_id: place,
    sort: 'newest',
  });
});

test('two letters are not searched yet, and the order narrows nothing', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(isNarrowed({ sort: 'newest' })).toBe(false);
  expect(isNarrowed({ side: 'company' })).toBe(true);
});
