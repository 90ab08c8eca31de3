import type { CaseClock } from '@/api/generated/public';

const hour = 3_600_000;
const day = 24 * hour;

export interface CountdownWords {
  kind: 'days' | 'hours' | 'over' | 'paused';
  count: number;
}

/** Whole days from one day on, whole hours below it; a time that is over is not counted up. */
export function countdownOf({ due_at }: Pick<CaseClock, 'due_at'>, now: number): CountdownWords {
  if (!due_at) return { kind: 'paused', count: 0 };
  const left = Date.parse(due_at) - now;
  if (left <= 0) return { kind: 'over', count: 0 };
  if (left >= day) return { kind: 'days', count: Math.floor(left / day) };
  return { kind: 'hours', count: Math.max(1, Math.floor(left / hour)) };
}
