import { expect, test } from 'vitest';
import { dayAfterKey, monthOf, shifted, todayInBishkek, weeksOf } from './month';

test('weeks begin on Monday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks[0]).toEqual([...Array(6).fill(undefined), '2026-11-01']);
  expect(weeks[1]?.[0]).toBe('2026-11-02');
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
});

test('a leap February that begins on Monday has no empty week', () => {
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29);
});

test('the day is that of Bishkek', () => {
  expect(todayInBishkek(Date.parse('2026-11-23T18:30:00Z'))).toBe('2026-11-24');
});

test('an address that names no month shows this one', () => {
  const now = Date.parse('2026-11-30T19:00:00Z');
  expect(monthOf('2026-13', now)).toBe('2026-12');
  expect(monthOf(undefined, now)).toBe('2026-12');
  expect(monthOf('2019-05', now)).toBe('2019-05');
});

test('months and days follow one another', () => {
  expect(shifted('2026-12', 1)).toBe('2027-01');
  expect(dayAfterKey('2026-11-30', 'ArrowRight')).toBe('2026-12-01');
  expect(dayAfterKey('2026-11-10', 'ArrowUp')).toBe('2026-11-03');
  expect(dayAfterKey('2026-11-10', 'a')).toBeUndefined();
});
