import { expect, test } from 'vitest';
import { strengthOf } from './strength';

test.each([
  ['', 'empty'],
  ['кыска', 'short'],
  ['аааааааааааааааа', 'monotonous'],
  ['арпа-булут', 'fair'],
  ['арпа булут китеп жол', 'good'],
] as const)('“%s” is %s', (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});
