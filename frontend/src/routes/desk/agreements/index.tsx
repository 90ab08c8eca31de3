import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { AgreementFilters } from '@/features/agreements/filters';

export const Route = createFileRoute('/desk/agreements/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): AgreementFilters => search,
  component: deskPage('agreements/AgreementsPage'),
});
