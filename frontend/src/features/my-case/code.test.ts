import { expect, test } from 'vitest';
import { digitsOf, inFours, isWhole } from './code';

test('a code may be typed or pasted with anything between its digits', () => {
  expect(digitsOf('1234-5678 9012.3456')).toBe('1234567890123456');
  expect(digitsOf('1234 5678 9012 3456 789')).toBe('1234567890123456');
});

test('it is shown as it stands on the receipt', () => {
  expect(inFours('1234567890123456')).toBe('1234 5678 9012 3456');
  expect(inFours('1234')).toBe('1234');
  expect(inFours('12345')).toBe('1234 5');
});

test('fifteen digits are no code', () => {
  expect(isWhole('123456789012345')).toBe(false);
  expect(isWhole('1234567890123456')).toBe(true);
});
