import type { Export } from '@/api/generated';

/** Milliseconds between two looks at an export that is under way. */
export const pollEvery = 700;

export const isUnfinished = ({ state }: Pick<Export, 'state'>) =>
  state === 'waiting' || state === 'running';

/** Of a hundred; none while it is not known how much there is. */
export function percentOf({ state, rows_done, rows_total }: Export): number | undefined {
  if (state === 'ready') return 100;
  if (rows_total === undefined || rows_total === null) return undefined;
  // The last step puts the file together.
  return rows_total === 0 ? 99 : Math.min(99, Math.floor((100 * rows_done) / rows_total));
}
