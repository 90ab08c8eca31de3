import { words } from '@/ui/listSearch';

/** Read when the address is, before the page and its kinds of organisation are loaded. */
export interface OrganisationFilters {
  q?: string;
  kind?: string;
}

export const organisationFilters = (search: Record<string, unknown>): OrganisationFilters => ({
  q: words(search.q),
  kind: words(search.kind),
});
