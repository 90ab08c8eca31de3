import { expect, test } from 'vitest';
import { exportedQuery, grantApplicationFilters, isNarrowed, queryOf } from './filters';

const id = '018f3f6e-8f10-7c3a-9d2e-0123456789ab';

test('what can be understood of an address is kept, and nothing else', () => {
  const filters = grantApplicationFilters({
    q: 'суу',
    call: id,
    state: 'eligible',
    applicant: 'company',
    place: 'x',
    mine: 'yes',
  });
  expect(filters).toEqual({ q: 'суу', call: id, state: 'eligible' });
  expect(queryOf(filters)).toEqual({ q: 'суу', call_id: id, state: 'eligible' });
});

test('two letters are not searched yet, and own ones alone narrow the list too', () => {
  expect(queryOf({ q: 'су' }).q).toBeUndefined();
  expect(isNarrowed({})).toBe(false);
  expect(isNarrowed(grantApplicationFilters({ mine: true }))).toBe(true);
});

test('an export is asked for what the list shows', () => {
  const asked = new URLSearchParams(exportedQuery({ q: 'таза суу', place: id, mine: true }));
  expect(Object.fromEntries(asked)).toEqual({ q: 'таза суу', place_id: id, mine: 'true' });
  expect(exportedQuery({})).toBe('');
});
