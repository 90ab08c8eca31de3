import { expect, test } from 'vitest';
import { costOf, lineProblem, most, noLine, totalsOf, withChange } from './budget';

const pipe = withChange(noLine, {
  what: 'Түтүк',
  unit: 'м',
  quantity: 800,
  unit_amount: 18_000,
  own: 2_400_000,
});

test('what is not brought is asked for, to the last tyiyn', () => {
  expect(costOf(pipe)).toBe(14_400_000);
  expect(pipe.asked).toBe(12_000_000);
  expect(withChange(pipe, { own: 1 }).asked).toBe(14_399_999);
  expect(lineProblem(pipe)).toBeUndefined();
});

test('another quantity, price or part of one’s own makes another sum, and words make none', () => {
  expect(withChange(pipe, { quantity: 900 }).asked).toBe(13_800_000);
  expect(withChange(pipe, { unit_amount: 20_000 }).asked).toBe(13_600_000);
  expect(withChange(pipe, { what: 'Түтүк, 32 мм' }).asked).toBe(pipe.asked);
});

test('a line says what is wrong with it', () => {
  expect(lineProblem(noLine)).toBe('what_missing');
  expect(lineProblem({ ...pipe, quantity: 0 })).toBe('no_cost');
  expect(lineProblem(withChange(pipe, { own: 99_000_000 }))).toBe('own_over');
  expect(lineProblem(withChange(pipe, { quantity: 1_000_000, unit_amount: most }))).toBe(
    'too_large',
  );
  expect(lineProblem({ ...pipe, asked: pipe.asked - 1 })).toBe('does_not_add_up');
});

test('nobody asks for less than nothing, nor for more than can be paid', () => {
  expect(withChange(pipe, { own: 99_000_000 }).asked).toBe(0);
  expect(withChange(pipe, { quantity: 1_000_000, unit_amount: most }).asked).toBe(most);
});

test('all lines together', () => {
  const trough = withChange(noLine, { what: 'Сугаргыч', quantity: 2, unit_amount: 8_500_000 });
  expect(totalsOf([pipe, trough])).toEqual({
    cost: 31_400_000,
    asked: 29_000_000,
    own: 2_400_000,
  });
  expect(totalsOf([])).toEqual({ cost: 0, asked: 0, own: 0 });
});
