import type { StakeholderSummary } from '@/api/generated';

/** A place in the matrix: both from 1 to 5. */
export interface Spot {
  influence: number;
  interest: number;
}

export const spotOf = ({ assessment }: StakeholderSummary): Spot | undefined =>
  assessment ? { influence: assessment.influence, interest: assessment.interest } : undefined;

export const sameSpot = (one: Spot | undefined, other: Spot | undefined) =>
  one?.influence === other?.influence && one?.interest === other?.interest;

const within = (degree: number) => Math.min(Math.max(degree, 1), 5);

const steps: Record<string, [influence: number, interest: number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Where a key moves somebody: up for more influence, right for more interest. Nothing for another key. */
export function moved({ influence, interest }: Spot, key: string): Spot | undefined {
  const step = steps[key];
  return step && { influence: within(influence + step[0]), interest: within(interest + step[1]) };
}

/** Who stands on a spot, somebody who is being moved where they are held. */
export const standingOn = (
  items: StakeholderSummary[],
  spot: Spot,
  held?: { id: string; spot: Spot },
) => items.filter((item) => sameSpot(held?.id === item.id ? held.spot : spotOf(item), spot));
