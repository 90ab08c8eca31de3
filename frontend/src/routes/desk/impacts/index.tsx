import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { ImpactFilters } from '@/features/impacts/filters';

export const Route = createFileRoute('/desk/impacts/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): ImpactFilters => search,
  component: deskPage('impacts/list/ImpactsPage'),
});
