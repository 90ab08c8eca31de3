import type { StaffSummary } from '@/api/generated';

/** What the API tells of a case's clocks: how the gravest stands, and the nearest deadline. */
export type Clocked = Pick<StaffSummary, 'clock' | 'due_at' | 'due_clock'>;

export interface Clock {
  /** `silence`: the reporter's own time to confirm, which nobody can be late with. */
  kind: 'in_time' | 'soon' | 'late' | 'silence' | 'silence_over' | 'paused';
  unit: 'days' | 'hours';
  count: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Whole days from one day on, whole hours below it, and never "0 hours". */
function lengthOf(time: number): Pick<Clock, 'unit' | 'count'> {
  if (time >= day) return { unit: 'days', count: Math.floor(time / day) };
  return { unit: 'hours', count: Math.max(1, Math.floor(time / hour)) };
}

function kindOf({ clock, due_clock }: Clocked, left: number): Clock['kind'] {
  if (due_clock === 'confirm') return left > 0 ? 'silence' : 'silence_over';
  if (left < 0) return 'late';
  return clock === 'at_risk' || clock === 'breached' ? 'soon' : 'in_time';
}

/** Nothing, for a case that has no promise to keep any more. */
export function clockOf(clocked: Clocked, now: number): Clock | undefined {
  const { clock, due_at } = clocked;
  if (clock === 'paused') return { kind: 'paused', unit: 'days', count: 0 };
  if (!due_at) return undefined;
  const left = Date.parse(due_at) - now;
  return { kind: kindOf(clocked, left), ...lengthOf(Math.abs(left)) };
}
