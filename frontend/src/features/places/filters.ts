import { words } from '@/ui/listSearch';

export const placeFilters = (search: Record<string, unknown>): { q?: string } => ({
  q: words(search.q),
});

/** Below which place a new one is to be added. */
export const placeAbove = (search: Record<string, unknown>): { parent?: string } => ({
  parent: words(search.parent),
});
