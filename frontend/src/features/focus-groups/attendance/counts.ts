import type { AgeCounts, AttendanceCounts, PeopleFigures } from '@/api/generated';

export const bands = ['under14', 'from14', 'from18', 'from25', 'from36', 'from60'] as const;
export const sides = ['female', 'male'] as const;

export type Band = (typeof bands)[number];
export type Side = (typeof sides)[number];

/** More people don't hear each other; the API takes no more. */
export const most = 100;

const youth: readonly Band[] = ['from14', 'from18', 'from25'];
const underage: readonly Band[] = ['under14', 'from14'];

const sum = (counts: AgeCounts, of: readonly Band[]) =>
  of.reduce((all, band) => all + counts[band], 0);

const both = ({ female, male }: AttendanceCounts, of: readonly Band[]) =>
  sum(female, of) + sum(male, of);

export const figuresOf = (counts: AttendanceCounts): PeopleFigures => ({
  people: both(counts, bands),
  women: sum(counts.female, bands),
  youth: both(counts, youth),
});

/** Who needs the consent of a parent or guardian. */
export const under18 = (counts: AttendanceCounts) => both(counts, underage);

/** The counts alone and always in one order: two are the same if they are written the same. */
export const countsOf = ({ female, male }: AttendanceCounts): AttendanceCounts => {
  const plain = (counts: AgeCounts): AgeCounts => ({
    under14: counts.under14,
    from14: counts.from14,
    from18: counts.from18,
    from25: counts.from25,
    from36: counts.from36,
    from60: counts.from60,
  });
  return { female: plain(female), male: plain(male) };
};

/** One more or one fewer; never fewer than none, nor more than the API takes. */
export function stepped(counts: AttendanceCounts, side: Side, band: Band, by: 1 | -1) {
  const next = counts[side][band] + by;
  if (next < 0 || (by > 0 && figuresOf(counts).people >= most)) return counts;
  return { ...counts, [side]: { ...counts[side], [band]: next } };
}
