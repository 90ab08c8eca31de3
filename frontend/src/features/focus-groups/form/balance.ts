import type { AreaBalance, FocusGroupWarning, PeopleFigures } from '@/api/generated';
import type { PlanValues } from './values';

const parts = ['people', 'women', 'youth'] as const;

/** Who is heard and expected in the area, with those of the form. */
export function withPlanned(
  { heard, expected }: Pick<AreaBalance, 'heard' | 'expected'>,
  planned: PlanValues['expected'],
): PeopleFigures {
  const [people = 0, women = 0, youth = 0] = parts.map(
    (part) => heard[part] + expected[part] + (planned[part] ?? 0),
  );
  return { people, women, youth };
}

const underAThird = (part: number, all: number) => part * 3 < all;

/** What the API will warn of, before it is asked to plan. */
export function warningsOf(
  balance: AreaBalance,
  { expected, starts_at }: Pick<PlanValues, 'expected' | 'starts_at'>,
): FocusGroupWarning[] {
  const all = withPlanned(balance, expected);
  const day = starts_at.slice(0, 10);
  const [first, last] = balance.period;
  const isDay = day.length === 10 && first !== undefined && last !== undefined;
  const found: [FocusGroupWarning, boolean][] = [
    ['few_women', balance.area !== null && underAThird(all.women, all.people)],
    ['few_youth', balance.area !== null && underAThird(all.youth, all.people)],
    ['outside_period', isDay && (day < first || day > last)],
    ['outside_areas', balance.area === null],
  ];
  return found.filter(([, is]) => is).map(([warning]) => warning);
}
