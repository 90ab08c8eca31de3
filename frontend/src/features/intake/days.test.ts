import { expect, test } from 'vitest';
import { bishkekDay, dayFrom, partsOf } from './days';

test('after six in the evening in Greenwich it is already tomorrow in Bishkek', () => {
  expect(bishkekDay(new Date('2026-11-23T18:30:00Z'))).toBe('2026-11-24');
  expect(bishkekDay(new Date('2026-11-23T18:30:00Z'), 1)).toBe('2026-11-23');
});

test('a day is made of its parts', () => {
  expect(dayFrom({ day: '5', month: '3', year: '2026' }, '2026-11-23')).toBe('2026-03-05');
  expect(partsOf('2026-03-05')).toEqual({ day: '5', month: '3', year: '2026' });
  expect(partsOf(undefined)).toEqual({ day: '', month: '', year: '' });
});

test.each([
  ['30', '2', '2026'],
  ['24', '11', '2026'],
  ['5', '', '2026'],
  ['x', '3', '2026'],
  ['5', '3', '26'],
])('%s.%s.%s is no day that could be meant', (day, month, year) => {
  expect(dayFrom({ day, month, year }, '2026-11-23')).toBeUndefined();
});
