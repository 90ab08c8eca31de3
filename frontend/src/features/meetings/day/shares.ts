import type { CountedBand, Headcount } from '@/api/generated';
import type { DayState } from './fold';

const youth: readonly CountedBand[] = ['from14', 'from18', 'from25'];

/** How often anybody spoke, and of that women and youth. */
export function voiceOf({ sides }: DayState) {
  const all = Object.values(sides);
  const sum = (of: 'turns' | 'women' | 'youth') => all.reduce((total, side) => total + side[of], 0);
  return { turns: sum('turns'), women: sum('women'), youth: sum('youth') };
}

/** How many came, and of them women and youth. */
export function attendanceOf({ sides }: DayState) {
  return totalsOf(Object.values(sides).flatMap(({ counts }) => counts));
}

export function totalsOf(counts: readonly Headcount[]) {
  const sum = (some: readonly Headcount[]) => some.reduce((all, { people }) => all + people, 0);
  return {
    people: sum(counts),
    women: sum(counts.filter(({ sex }) => sex === 'female')),
    youth: sum(counts.filter(({ band }) => youth.includes(band))),
  };
}

/** Parts of a whole, in whole percent. */
export const shares = <Row extends { part: number }>(rows: readonly Row[], whole: number) =>
  rows.map((row) => ({
    ...row,
    percent: whole > 0 ? Math.round((row.part * 100) / whole) : 0,
  }));
