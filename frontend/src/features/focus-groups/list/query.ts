import type { FocusGroupKind, FocusGroupState, ListFocusGroupsData } from '@/api/generated';
import { zFocusGroupKind, zFocusGroupState } from '@/api/generated/zod.gen';
import { oneOf } from '@/ui/listSearch';
import type { FocusGroupFilters } from '../filters';

export const kinds: readonly FocusGroupKind[] = zFocusGroupKind.options;
export const states: readonly FocusGroupState[] = zFocusGroupState.options;

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const day = /^\d{4}-\d{2}-\d{2}$/;

const like = (pattern: RegExp, text: string | undefined) =>
  text && pattern.test(text) ? text : undefined;

/** The API searches words of three letters or more. */
export const shortestSearch = 3;

/** A link somebody typed or shortened still opens the list: what can't be understood is left out. */
export const queryOf = (filters: FocusGroupFilters): NonNullable<ListFocusGroupsData['query']> => ({
  q: filters.q && filters.q.length >= shortestSearch ? filters.q : undefined,
  state: oneOf(states, filters.state),
  kind: oneOf(kinds, filters.kind),
  place_id: like(uuid, filters.place),
  site_id: like(uuid, filters.site),
  facilitator_id: like(uuid, filters.facilitator),
  from: like(day, filters.from),
  to: like(day, filters.to),
});

export const isNarrowed = (filters: FocusGroupFilters) => Object.values(filters).some(Boolean);
