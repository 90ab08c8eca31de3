import { createFileRoute } from '@tanstack/react-router';
import { deskPage } from '@/deskPage';
import type { Filters } from '@/features/grievances/filters';

export const Route = createFileRoute('/desk/grievances/')({
  // The page checks them: the rules would weigh on everybody's first load.
  validateSearch: (search) => search as Filters,
  component: deskPage('grievances/list/GrievancesPage'),
});
