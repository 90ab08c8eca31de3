import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { MandateFilters } from '@/features/mandates/filters';

export const Route = createFileRoute('/desk/mandates/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): MandateFilters => search,
  component: deskPage('mandates/MandatesPage'),
});
