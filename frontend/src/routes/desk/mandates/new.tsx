import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/mandates/new')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): { stakeholder?: string; place?: string } =>
    search,
  component: deskPage('mandates/NewMandatePage'),
});
