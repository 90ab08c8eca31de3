import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';

export const Route = createFileRoute('/desk/grant-applications/new')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): { call?: string } => search,
  component: deskPage('grants/applications/start/StartApplicationPage'),
});
