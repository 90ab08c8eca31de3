import { expect, test } from 'vitest';
import { oneOf, words } from './listSearch';

test('a filter that the list does not know is none', () => {
  expect(oneOf(['ngo', 'company'], 'company')).toBe('company');
  expect(oneOf(['ngo', 'company'], 'bank')).toBeUndefined();
  expect(oneOf(['ngo', 'company'], ['ngo'])).toBeUndefined();
});

test('words may look like a number, and are never longer than the API takes', () => {
  expect(words('Ак-Суу')).toBe('Ак-Суу');
  expect(words(2019)).toBe('2019');
  expect(words('')).toBeUndefined();
  expect(words({ q: 1 })).toBeUndefined();
  expect(words('а'.repeat(300))).toHaveLength(100);
});
