import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/engagements/new')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): { stakeholder?: string } => search,
  component: deskPage('engagements/form/NewEngagementPage'),
});
