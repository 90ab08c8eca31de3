import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { GrantApplicationFilters } from '@/features/grants/applications/filters';

export const Route = createFileRoute('/desk/grant-applications/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): GrantApplicationFilters => search,
  component: deskPage('grants/applications/GrantApplicationsPage'),
});
