import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { StakeholderFilters } from '@/features/stakeholders/filters';

export const Route = createFileRoute('/desk/stakeholders/map')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): StakeholderFilters => search,
  component: deskPage('stakeholders/map/StakeholderMapPage'),
});
