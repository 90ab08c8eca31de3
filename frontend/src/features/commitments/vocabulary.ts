import type { CommitmentSide, CommitmentSort, CommitmentStanding } from '@/api/generated';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const standings: readonly CommitmentStanding[] = [
  'running',
  'overdue',
  'awaiting',
  'in_time',
  'late',
  'broken',
];
export const sides: readonly CommitmentSide[] = ['company', 'authority', 'community', 'programme'];
export const sorts: readonly CommitmentSort[] = ['due', 'newest'];
