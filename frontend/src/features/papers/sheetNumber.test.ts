import { expect, test } from 'vitest';
import { inTwo, isNumber, numberOf } from './sheetNumber';

test('a number is understood however it was typed', () => {
  expect(numberOf('4071 8263')).toBe('40718263');
  expect(numberOf('4071-8263 ')).toBe('40718263');
  expect(isNumber(numberOf('4071'))).toBe(false);
  expect(isNumber(numberOf('40718263'))).toBe(true);
});

test('a number is shown in two groups', () => {
  expect(inTwo('40718263')).toBe('4071 8263');
  expect(inTwo('407')).toBe('407');
});
