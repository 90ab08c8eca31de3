import { expect, test } from 'vitest';
import { fitWithin } from './photos';

test('a large photo is scaled to its longest side, whichever way it is held', () => {
  expect(fitWithin(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(fitWithin(3000, 4000, 1600)).toEqual({ width: 1200, height: 1600 });
});

test('a small photo is never blown up', () => {
  expect(fitWithin(800, 600, 1600)).toEqual({ width: 800, height: 600 });
});
