import { words } from '@/ui/listSearch';

export interface SiteFilters {
  q?: string;
  company?: string;
}

export const siteFilters = (search: Record<string, unknown>): SiteFilters => ({
  q: words(search.q),
  company: words(search.company),
});
