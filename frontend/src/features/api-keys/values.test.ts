import { expect, test } from 'vitest';
import { zNewApiKey } from '@/api/generated/zod.gen';
import { dayOf, endOfDay, noKey } from './values';

test('a key lasts to the end of its last day in Bishkek', () => {
  expect(endOfDay('2027-03-01')).toBe('2027-03-01T17:59:59Z');
  expect(dayOf(endOfDay('2027-03-01'))).toBe('2027-03-01');
  expect(endOfDay(null)).toBeNull();
});

test('a filled form is the body that the API takes, an empty one is not', () => {
  const id = '0193a000-0000-7000-8000-000000000001';
  const filled = {
    name: 'Лаборатория',
    organisation_id: id,
    programme_id: id,
    scopes: ['reference_read'],
    expires_at: endOfDay('2027-03-01'),
  };
  expect(zNewApiKey.parse(filled)).toEqual(filled);
  const refused = zNewApiKey.safeParse(noKey).error?.issues.map(({ path }) => path[0]);
  expect(refused?.sort()).toEqual(Object.keys(noKey).sort());
});
