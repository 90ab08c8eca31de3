import { expect, test } from 'vitest';
import { chosen, errorKey, letters } from './steps';

test('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('a field that is chosen for one column is taken from the other', () => {
  expect(chosen(['name', 'place', null], 2, 'place')).toEqual(['name', null, 'place']);
  expect(chosen(['name', 'place', null], 0, null)).toEqual([null, 'place', null]);
});

test('what has no words of its own is said to be wrong', () => {
  expect(errorKey('unknown_place')).toBe('error.unknown_place');
  expect(errorKey('something_new')).toBe('error.invalid');
});
