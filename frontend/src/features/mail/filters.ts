import type { MailState } from '@/api/generated';
import { oneOf } from '@/ui/listSearch';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const states: readonly MailState[] = [
  'waiting',
  'sending',
  'unclear',
  'given_up',
  'sent',
  'dropped',
];

export interface MailFilters {
  state?: MailState;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const mailFilters = (search: Record<string, unknown>): MailFilters => ({
  state: oneOf(states, search.state),
});
