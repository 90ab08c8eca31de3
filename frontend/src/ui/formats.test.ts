import { expect, test } from 'vitest';
import { formatsFor } from './formats';

const lateInUtc = '2026-11-23T19:30:00Z';

test('an instant is shown on the Bishkek day', () => {
  expect(formatsFor('ky').date(lateInUtc)).toBe('24.11.2026');
  expect(formatsFor('en').dateTime(lateInUtc)).toBe('24.11.2026, 01:30');
});

test('a calendar day is the same day everywhere', () => {
  expect(formatsFor('ru').date('2026-11-23')).toBe('23.11.2026');
});

test.each([
  ['ky', 'ноябрь 2026'],
  ['ru', 'ноябрь 2026'],
  ['en', 'November 2026'],
] as const)('a month in %s', (language, shown) => {
  expect(formatsFor(language).month('2026-11')).toBe(shown);
});

test('thousands are set apart by thin spaces in every language', () => {
  expect(formatsFor('ky').number(1234567)).toBe('1\u2009234\u2009567');
  expect(formatsFor('en').number(1234567)).toBe('1\u2009234\u2009567');
});

test('a time from one moment to another begins with the weekday of Bishkek', () => {
  const night = '2026-11-23T21:30:00Z';
  expect(formatsFor('ru').span(lateInUtc, night)).toBe(
    'Вторник, 24.11.2026, 01:30\u00a0–\u00a003:30',
  );
  expect(formatsFor('ky').span(night, '2026-11-25T03:00:00Z')).toBe(
    'Шейшемби, 24.11.2026, 03:30\u00a0–\u00a025.11.2026, 09:00',
  );
  expect(formatsFor('en').day('2026-11-23')).toBe('Monday, 23.11.2026');
});

test('an amount has hundredths only where it has a part of a whole', () => {
  const { amount } = formatsFor('ky');
  expect(amount(50_000_000)).toBe('500\u2009000');
  expect(amount(50_000_050)).toBe('500\u2009000,50');
  expect(amount(5)).toBe('0,05');
  expect(amount(0)).toBe('0');
});
