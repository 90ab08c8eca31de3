import type { HeatCell } from '@/api/generated';

export const countAt = (cells: HeatCell[], severity: number, likelihood: number) =>
  cells.find((cell) => cell.severity === severity && cell.likelihood === likelihood)?.count ?? 0;

/** How grave a cell is, by severity times likelihood. */
export const bandOf = (severity: number, likelihood: number) => {
  const gravity = severity * likelihood;
  if (gravity >= 15) return 'high';
  return gravity >= 6 ? 'middle' : 'low';
};
