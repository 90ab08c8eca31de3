import * as z from 'zod/mini';
import type { VotingMethod } from '@/api/generated';
import { zNewImpactRound } from '@/api/generated/zod.gen';

export interface RoundValues extends Record<string, unknown> {
  programme_id: string;
  title: string;
  method: VotingMethod;
  place_id: string | null;
  budget: number | string;
  numbers: number | string;
  by_account: boolean;
  impact_ids: string[];
}

export const noRound = (programme_id: string): RoundValues => ({
  programme_id,
  title: '',
  method: 'ballots',
  place_id: null,
  budget: 3,
  numbers: 15,
  by_account: false,
  impact_ids: [],
});

/** A show of hands has neither numbers nor accounts. */
export const roundBody = (values: RoundValues) =>
  values.method === 'ballots' ? values : { ...values, numbers: 0, by_account: false };

export const zRoundValues = z.pipe(
  z.transform((values) => roundBody(values as RoundValues) as z.input<typeof zNewImpactRound>),
  zNewImpactRound,
);
