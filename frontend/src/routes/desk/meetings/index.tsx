import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { MeetingFilters } from '@/features/meetings/filters';

export const Route = createFileRoute('/desk/meetings/')({
  // The page looks at what an address says: that weighs on nobody's first download.
  validateSearch: (search: Record<string, unknown>): MeetingFilters => search,
  component: deskPage('meetings/MeetingsPage'),
});
