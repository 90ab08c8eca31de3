import { expect, test } from 'vitest';
import { bandOf, countAt } from './cells';

test('a cell that is not told has nothing', () => {
  const cells = [{ severity: 3, likelihood: 4, count: 7 }];
  expect([countAt(cells, 3, 4), countAt(cells, 4, 3)]).toEqual([7, 0]);
});

test('what is grave and likely is high', () => {
  expect([bandOf(5, 3), bandOf(3, 4), bandOf(2, 3), bandOf(5, 1)]).toEqual([
    'high',
    'middle',
    'middle',
    'low',
  ]);
});
