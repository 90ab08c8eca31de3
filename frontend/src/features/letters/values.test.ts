import { expect, test } from 'vitest';
import { below, withPlaceholder } from './values';

test('a placeholder stands where the person writes, or in place of what they marked', () => {
  expect(withPlaceholder('Case  is read', 'reference', 5)).toBe('Case {reference} is read');
  expect(withPlaceholder('Case 12 is read', 'reference', 5, 7)).toBe('Case {reference} is read');
  expect(withPlaceholder('At ', 'place')).toBe('At {place}');
});

test('a letter leaves what was written before', () => {
  expect(below(' \n', 'Letter')).toBe('Letter');
  expect(below('Dear neighbour,\n', 'Letter')).toBe('Dear neighbour,\n\nLetter');
});
