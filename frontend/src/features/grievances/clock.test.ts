import { expect, test } from 'vitest';
import { clockOf } from './clock';

const now = Date.parse('2026-11-23T06:00:00Z');

test.each([
  ['2026-11-30T05:00:00Z', 'on_track', { kind: 'in_time', unit: 'days', count: 6 }],
  ['2026-11-24T07:00:00Z', 'at_risk', { kind: 'soon', unit: 'days', count: 1 }],
  ['2026-11-23T09:30:00Z', 'at_risk', { kind: 'soon', unit: 'hours', count: 3 }],
  ['2026-11-23T06:10:00Z', 'at_risk', { kind: 'soon', unit: 'hours', count: 1 }],
  ['2026-11-23T05:50:00Z', 'at_risk', { kind: 'late', unit: 'hours', count: 1 }],
  ['2026-11-20T05:00:00Z', 'breached', { kind: 'late', unit: 'days', count: 3 }],
] as const)('a case due at %s that is %s', (due_at, clock, words) => {
  expect(clockOf({ due_at, clock, due_clock: 'resolve' }, now)).toEqual(words);
});

test('nobody is late while the reporter may still confirm', () => {
  const of = (due_at: string) =>
    clockOf({ due_at, clock: 'on_track', due_clock: 'confirm' }, now)?.kind;
  expect(of('2026-11-25T06:00:00Z')).toBe('silence');
  expect(of('2026-11-20T06:00:00Z')).toBe('silence_over');
});

test('a clock that stands still tells no time, and a case that has ended none at all', () => {
  expect(clockOf({ clock: 'paused' }, now)?.kind).toBe('paused');
  expect(clockOf({}, now)).toBeUndefined();
});
