import type { GrantApplication } from '@/api/generated';

/** What the programme asked the applicant last. */
export const lastAsked = ({ events }: Pick<GrantApplication, 'events'>) =>
  events.find(({ move }) => move === 'ask')?.note;
