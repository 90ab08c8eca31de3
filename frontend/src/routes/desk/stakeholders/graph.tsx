import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { GraphFilters } from '@/features/stakeholders/graph/filters';

export const Route = createFileRoute('/desk/stakeholders/graph')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): GraphFilters => search,
  component: deskPage('stakeholders/graph/GraphPage'),
});
