import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/agreements/new')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (
    search: Record<string, unknown>,
  ): { case?: string; meeting?: string; place?: string; site?: string } => search,
  component: deskPage('agreements/NewAgreementPage'),
});
