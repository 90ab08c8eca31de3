import { expect, test } from 'vitest';
import { type Dots, dotsBody, put, spent } from './dots';

test('dots stay within the budget and above nothing', () => {
  let dots: Dots = {};
  dots = put(dots, 'a', 1, 3);
  dots = put(dots, 'b', 1, 3);
  dots = put(dots, 'b', 1, 3);
  expect(put(dots, 'a', 1, 3)).toBe(dots);
  expect(spent(dots)).toBe(3);
  dots = put(dots, 'a', -1, 3);
  expect(put(dots, 'a', -1, 3)).toBe(dots);
  expect(dotsBody(dots)).toEqual([{ impact_id: 'b', dots: 2 }]);
});
