import { expect, test } from 'vitest';
import { clockOf } from './clock';

const now = Date.parse('2026-11-23T06:00:00Z');

test.each([
  ['2026-11-30T05:00:00Z', { kind: 'in_time', unit: 'days', count: 6 }],
  ['2026-11-24T07:00:00Z', { kind: 'soon', unit: 'days', count: 1 }],
  ['2026-11-23T09:30:00Z', { kind: 'soon', unit: 'hours', count: 3 }],
  ['2026-11-23T06:10:00Z', { kind: 'soon', unit: 'hours', count: 1 }],
  ['2026-11-23T05:50:00Z', { kind: 'late', unit: 'hours', count: 1 }],
  ['2026-11-20T05:00:00Z', { kind: 'late', unit: 'days', count: 3 }],
])('a case due at %s', (dueAt, clock) => {
  expect(clockOf(dueAt, 'accepted', now)).toEqual(clock);
});

test('nobody is late while the reporter may still confirm', () => {
  expect(clockOf('2026-11-25T06:00:00Z', 'implementing', now).kind).toBe('silence');
  expect(clockOf('2026-11-20T06:00:00Z', 'implementing', now).kind).toBe('silence_over');
});
