import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { CommitmentFilters } from '@/features/commitments/filters';

export const Route = createFileRoute('/desk/commitments/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): CommitmentFilters => search,
  component: deskPage('commitments/CommitmentsPage'),
});
