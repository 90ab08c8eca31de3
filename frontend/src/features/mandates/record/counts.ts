import type { CountedBand, Headcount, Sex } from '@/api/generated';
import { bands, sexes } from '../vocabulary';

/** How many of each sex and age, as they are typed. */
export type Counts = Record<Sex, Partial<Record<CountedBand, number>>>;

export const noCounts: Counts = { female: {}, male: {} };

/** The counts of somebody, as the API takes them. */
export const countsOf = (counts: Counts): Headcount[] =>
  sexes.flatMap((sex) =>
    bands.flatMap((band) => {
      const people = counts[sex][band] ?? 0;
      return people > 0 ? [{ sex, band, people }] : [];
    }),
  );

const youth: readonly CountedBand[] = ['from14', 'from18', 'from25'];

export const totalsOf = (counts: Counts) => {
  const all = countsOf(counts);
  const sum = (some: Headcount[]) => some.reduce((total, { people }) => total + people, 0);
  return {
    people: sum(all),
    women: sum(all.filter(({ sex }) => sex === 'female')),
    youth: sum(all.filter(({ band }) => youth.includes(band))),
  };
};
