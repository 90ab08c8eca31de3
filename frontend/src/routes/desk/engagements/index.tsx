import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { EngagementFilters } from '@/features/engagements/filters';

export const Route = createFileRoute('/desk/engagements/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): EngagementFilters => search,
  component: deskPage('engagements/list/EngagementsPage'),
});
