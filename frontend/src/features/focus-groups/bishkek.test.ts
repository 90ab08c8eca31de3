import { expect, test } from 'vitest';
import { toInstant, toLocal } from './bishkek';

test('a time is meant as Bishkek has it, and comes back as it was typed', () => {
  expect(toInstant('2026-06-15T03:30')).toBe('2026-06-14T21:30:00.000Z');
  expect(toLocal('2026-06-14T21:30:00Z')).toBe('2026-06-15T03:30');
});

test('what is no time is left to be refused', () => {
  expect(toInstant('T10:00')).toBe('T10:00');
});
