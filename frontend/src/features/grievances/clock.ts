import type { State } from '@/api/generated';

export interface Clock {
  /** `silence`: the reporter's own time to confirm, which nobody can be late with. */
  kind: 'in_time' | 'soon' | 'late' | 'silence' | 'silence_over';
  unit: 'days' | 'hours';
  count: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const soonWithin = 2 * day;

/** Whole days from one day on, whole hours below it, and never "0 hours". */
function lengthOf(time: number): Pick<Clock, 'unit' | 'count'> {
  if (time >= day) return { unit: 'days', count: Math.floor(time / day) };
  return { unit: 'hours', count: Math.max(1, Math.floor(time / hour)) };
}

export function clockOf(dueAt: string, state: State, now: number): Clock {
  const left = Date.parse(dueAt) - now;
  const length = lengthOf(Math.abs(left));
  if (state === 'implementing') return { kind: left > 0 ? 'silence' : 'silence_over', ...length };
  if (left < 0) return { kind: 'late', ...length };
  return { kind: left < soonWithin ? 'soon' : 'in_time', ...length };
}
