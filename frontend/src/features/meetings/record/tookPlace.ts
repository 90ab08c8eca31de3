import type { Meeting } from '@/api/generated';

const states: readonly Meeting['state'][] = [
  'confirmed',
  'held',
  'minutes_drafted',
  'minutes_approved',
  'closed',
];

/** Whether something can be noted, promised or agreed at a meeting: also while it goes on. */
export const tookPlace = (state: Meeting['state']) => states.includes(state);
