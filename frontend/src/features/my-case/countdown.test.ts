import { expect, test } from 'vitest';
import { countdownOf } from './countdown';

const now = Date.parse('2026-11-23T06:00:00Z');

test.each([
  ['2026-12-23T06:00:00Z', { kind: 'days', count: 30 }],
  ['2026-11-24T05:00:00Z', { kind: 'hours', count: 23 }],
  ['2026-11-23T06:10:00Z', { kind: 'hours', count: 1 }],
  ['2026-11-23T05:00:00Z', { kind: 'over', count: 0 }],
])('what is due at %s', (due_at, words) => {
  expect(countdownOf({ due_at }, now)).toEqual(words);
});

test('a clock that stands still counts nothing', () => {
  expect(countdownOf({}, now).kind).toBe('paused');
});
