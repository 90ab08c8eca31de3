import type { AgreementState, ListAgreementsData } from '@/api/generated';
import { idOf, oneOf } from '@/ui/listSearch';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const states: readonly AgreementState[] = [
  'draft',
  'open_for_signature',
  'in_force',
  'ended',
];

export interface AgreementFilters {
  state?: AgreementState;
  place?: string;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const agreementFilters = (search: Record<string, unknown>): AgreementFilters => ({
  state: oneOf(states, search.state),
  place: idOf(search.place),
});

export const queryOf = ({
  state,
  place,
}: AgreementFilters): NonNullable<ListAgreementsData['query']> => ({ state, place_id: place });
