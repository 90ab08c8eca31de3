import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Filters } from '@/features/grievances/filters';

export const Route = createFileRoute('/desk/grievances/')({
  // The page checks them: the rules would weigh on everybody's first load.
  validateSearch: (search) => search as Filters,
  component: lazyRouteComponent(
    () => import('@/features/grievances/list/GrievancesPage'),
    'GrievancesPage',
  ),
});
