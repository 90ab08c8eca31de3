import type { GrantCallPhase, ListGrantCallsData } from '@/api/generated';
import { oneOf } from '@/ui/listSearch';
import { phases } from '../vocabulary';

export interface GrantCallFilters {
  phase?: GrantCallPhase;
}

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const grantCallFilters = (search: Record<string, unknown>): GrantCallFilters => ({
  phase: oneOf(phases, search.phase),
});

export const queryOf = ({ phase }: GrantCallFilters): NonNullable<ListGrantCallsData['query']> => ({
  phase,
});
