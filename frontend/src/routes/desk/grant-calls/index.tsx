import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { GrantCallFilters } from '@/features/grants/calls/filters';

export const Route = createFileRoute('/desk/grant-calls/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): GrantCallFilters => search,
  component: deskPage('grants/calls/GrantCallsPage'),
});
