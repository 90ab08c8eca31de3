import type { DotsOfImpact, RoundChoice } from '@/api/generated';

export type Dots = Record<string, number>;

export const spent = (dots: Dots) => Object.values(dots).reduce((sum, one) => sum + one, 0);

/** One dot more or less on an impact; never below none, never over what is left. */
export const put = (dots: Dots, id: string, by: 1 | -1, budget: number): Dots => {
  const next = (dots[id] ?? 0) + by;
  if (next < 0 || spent(dots) + by > budget) return dots;
  return { ...dots, [id]: next };
};

/** What is sent: only what got any. */
export const dotsBody = (dots: Dots): DotsOfImpact[] =>
  Object.entries(dots)
    .filter(([, count]) => count > 0)
    .map(([impact_id, count]) => ({ impact_id, dots: count }));

/** What was counted before, to be put right. */
export const counted = (choices: RoundChoice[]): Dots =>
  Object.fromEntries(choices.map(({ impact, dots }) => [impact.id, dots ?? 0]));
