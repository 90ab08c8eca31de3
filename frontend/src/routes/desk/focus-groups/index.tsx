import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { FocusGroupFilters } from '@/features/focus-groups/filters';

export const Route = createFileRoute('/desk/focus-groups/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): FocusGroupFilters => search,
  component: deskPage('focus-groups/list/FocusGroupsPage'),
});
