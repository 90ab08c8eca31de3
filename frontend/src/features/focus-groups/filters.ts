import { words } from '@/ui/listSearch';

export interface FocusGroupFilters {
  q?: string;
  state?: string;
  kind?: string;
  place?: string;
  site?: string;
  facilitator?: string;
  from?: string;
  to?: string;
}

/** Whoever comes to the app downloads this: what the words mean is looked into where the list is. */
export const focusGroupFilters = (search: Record<string, unknown>): FocusGroupFilters => ({
  q: words(search.q),
  state: words(search.state),
  kind: words(search.kind),
  place: words(search.place),
  site: words(search.site),
  facilitator: words(search.facilitator),
  from: words(search.from),
  to: words(search.to),
});
