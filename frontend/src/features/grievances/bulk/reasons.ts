import type { CaseOutcome } from '@/api/generated';

const reasons = ['stale', 'not_found', 'move_not_possible_from_here', 'invalid'] as const;

/** A key of the catalogue's `reason`. */
export type Reason = (typeof reasons)[number] | 'other';

/** Why nothing was done with a case. */
export const reasonOf = ({ problem }: CaseOutcome): Reason =>
  reasons.find((reason) => reason === problem?.code) ?? 'other';
