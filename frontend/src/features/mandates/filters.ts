import type { ListMandatesData, MandateState } from '@/api/generated';
import { idOf, oneOf } from '@/ui/listSearch';

/** Named here: the checker's own lists would weigh on everybody's first download. */
export const states: readonly MandateState[] = [
  'nominated',
  'vetted',
  'endorsed',
  'active',
  'ended',
];

export interface MandateFilters {
  state?: MandateState;
  place?: string;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const mandateFilters = (search: Record<string, unknown>): MandateFilters => ({
  state: oneOf(states, search.state),
  place: idOf(search.place),
});

export const queryOf = ({
  state,
  place,
}: MandateFilters): NonNullable<ListMandatesData['query']> => ({ state, place_id: place });
