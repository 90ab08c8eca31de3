import { expect, test } from 'vitest';
import { sharesOf } from './shares';

test('shares of weights make a hundred, whatever the weights are', () => {
  expect(sharesOf([40, 25, 20, 15])).toEqual([40, 25, 20, 15]);
  expect(sharesOf([1, 1, 1])).toEqual([34, 33, 33]);
  for (const weights of [
    [3, 5, 11],
    [100, 1],
    [7, 7, 7, 7, 7, 7],
  ]) {
    expect(sharesOf(weights).reduce((sum, share) => sum + share, 0)).toBe(100);
  }
});

test('nothing weighs nothing', () => {
  expect(sharesOf([])).toEqual([]);
  expect(sharesOf([0, 0])).toEqual([0, 0]);
});
