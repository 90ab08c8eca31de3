import { words } from '@/ui/listSearch';

export interface AccountFilters {
  q?: string;
  role?: string;
}

export const accountFilters = (search: Record<string, unknown>): AccountFilters => ({
  q: words(search.q),
  role: words(search.role),
});
