import type { DayOfDeadlines } from '@/api/generated';
import type { Filters } from '../filters';

/** The list of a day's deadlines. */
export const dayFilters = (day: string, mine?: boolean): Filters => ({
  due_from: day,
  due_to: day,
  sort: 'due',
  ...(mine && { mine }),
});

export const countWords = (deadlines: DayOfDeadlines | undefined) =>
  deadlines ? `${deadlines.total.count}${deadlines.total.exact ? '' : '+'}` : '0';
